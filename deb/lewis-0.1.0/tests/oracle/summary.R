# summary.R - the figures of a summary, computed from the answers by another
# way: profiles by a general optimiser (choices) or from POMPs (ratings), then
# R's own mean, sd, cov, and alpha from the items' covariance.
#
#   Rscript summary.R ratings ANSWERS.csv     Rscript summary.R rankings ANSWERS.csv
#
# Prints lines "path value" like those of tests/cli/flatten.awk; what stands in
# tests/golden/summary was printed by it. `make check-oracle' holds it against
# the program.
#
# SPDX-License-Identifier: GPL-3.0-or-later
args <- commandArgs(trailingOnly = TRUE)
answers <- read.csv(args[2], colClasses = "character", encoding = "UTF-8",
                    check.names = FALSE)
styles <- c("linear", "multi", "reactive")
say <- function(path, value) cat(sprintf("figures.%s %.12g\n", path, value))

# ---- profiles ----
ratings <- function() {
  key <- list(linear = paste0("C", 1:5), multi = paste0("E", 1:5),
              reactive = paste0("A", 1:5))
  reversed <- c("A1", "C4", "C5", "E1", "E2")
  x <- sapply(unlist(key), function(i) as.numeric(answers[[i]]))
  colnames(x) <- unlist(key)
  for (i in seq_len(ncol(x))) say(sprintf("items.%d.mean", i - 1),
                                  mean(x[, i], na.rm = TRUE))
  pomp <- (x - 1) / 5
  pomp[, reversed] <- 1 - pomp[, reversed]
  for (s in 1:3) {
    rows <- pomp[complete.cases(pomp[, key[[s]]]), key[[s]]]
    k <- ncol(rows); v <- cov(rows)
    at <- sprintf("styles.%d.", s - 1)
    say(paste0(at, "n"), nrow(rows))
    say(paste0(at, "mean"), mean(rowMeans(rows)))
    say(paste0(at, "sd"), sd(rowMeans(rows)))
    say(paste0(at, "alpha"), k / (k - 1) * (1 - sum(diag(v)) / sum(v)))
    for (i in 1:k) say(sprintf("%sr_drop.%d", at, i - 1),
                       cor(rows[, i], rowSums(rows[, -i])))
  }
  given <- sapply(key, function(i) rowSums(!is.na(pomp[, i])))
  score <- sapply(key, function(i) rowMeans(pomp[, i], na.rm = TRUE))
  ok <- rowSums(given >= 4) == 3 & rowSums(score) > 0
  list(share = (score / rowSums(score))[ok, ], team = answers$team[ok])
}

# The style of each option, read from the bank's file.
rankings <- function() {
  xml <- paste(readLines(file.path(Sys.getenv("LEWIS_PATH"), "lmr-30.xml"),
                         encoding = "UTF-8"), collapse = " ")
  items <- regmatches(xml, gregexpr("<rank .*?</rank>", xml, perl = TRUE))[[1]]
  item_of <- function(text, what) {
    m <- regmatches(text, gregexpr(what, text, perl = TRUE))[[1]]
    sub('.*"(.*)"', "\\1", m)
  }
  keys <- lapply(items, function(t) setNames(
    match(item_of(t, '<key style="[a-z]+"'), styles),
    item_of(t, '<option id="[a-z]"')))
  names(keys) <- sapply(items, function(t) item_of(t, '<rank id="[A-Z0-9]+"'))
  for (i in seq_along(keys)) for (o in seq_along(keys[[i]])) {
    first <- substr(answers[[names(keys)[i]]], 1, 1)
    say(sprintf("items.%d.first.%d", i - 1, o - 1),
        mean(first[first != ""] == names(keys[[i]])[o]))
  }
  profile <- function(row) {
    first <- rep(0.5, 3); pairs <- matrix(0, 3, 3)
    for (id in names(keys)) {
      s <- keys[[id]][strsplit(row[[id]], "")[[1]]]
      if (length(s) > 0) first[s[1]] <- first[s[1]] + 1
      if (length(s) > 1) {
        last <- setdiff(1:3, s[1:2]); pairs[s[2], last] <- pairs[s[2], last] + 1
      }
    }
    minus <- function(b) {
      l <- c(b, 0); total <- log(sum(exp(l)))
      v <- sum(first * (total - l))
      for (i in 1:3) for (j in 1:3) if (pairs[i, j] > 0)
        v <- v + pairs[i, j] * (log(exp(l[i]) + exp(l[j])) - l[i])
      v
    }
    slope <- function(b) {
      l <- c(b, 0); p <- exp(l) / sum(exp(l))
      g <- sum(first) * p - first
      for (i in 1:3) for (j in 1:3) if (pairs[i, j] > 0) {
        q <- exp(l[j]) / (exp(l[i]) + exp(l[j]))
        g[i] <- g[i] - pairs[i, j] * q; g[j] <- g[j] + pairs[i, j] * q
      }
      g[1:2]
    }
    b <- optim(c(0, 0), minus, slope, method = "BFGS",
               control = list(reltol = 1e-15, maxit = 1000))$par
    for (step in 1:30) { # Newton, by differences of the slope
      h <- 1e-5
      H <- sapply(1:2, function(i) {
        d <- replace(c(0, 0), i, h)
        (slope(b + d) - slope(b - d)) / (2 * h) })
      b <- b - solve(H, slope(b))
    }
    exp(c(b, 0)) / sum(exp(c(b, 0)))
  }
  share <- t(sapply(seq_len(nrow(answers)), function(r) profile(answers[r, ])))
  colnames(share) <- styles
  list(share = share, team = answers$team)
}

# ---- groups ----
# Within a step of the histogram as a straight line; what is on the edge of a
# step belongs to the one above.
percentile <- function(x, part, width) {
  bin <- pmin(floor(x * round(1 / width) + 1e-8), round(1 / width) - 1)
  n <- table(factor(bin, 0:(round(1 / width) - 1)))
  to <- cumsum(n); at <- which(to >= part * length(x) & n > 0)[1]
  unname((at - 1 + (part * length(x) - (to[at] - n[at])) / n[at]) * width)
}
group <- function(path, share, width) {
  say(paste0(path, ".n"), nrow(share))
  for (s in styles) {
    at <- paste0(path, ".", s, ".")
    say(paste0(at, "mean"), mean(share[, s]))
    say(paste0(at, "sd"), sd(share[, s]))
    for (p in c(5, 10, 25, 50, 75, 90, 95))
      say(sprintf("%sp%02d", at, p), percentile(share[, s], p / 100, width))
  }
  xy <- cbind(x = share[, "reactive"] + share[, "multi"] / 2,
              y = share[, "multi"] * sqrt(3) / 2)
  v <- cov(xy)
  say(paste0(path, ".center.x"), mean(xy[, 1]))
  say(paste0(path, ".center.y"), mean(xy[, 2]))
  say(paste0(path, ".covariance.x_x"), v[1, 1])
  say(paste0(path, ".covariance.x_y"), v[1, 2])
  say(paste0(path, ".covariance.y_y"), v[2, 2])
  # Hotelling's T2 of the mean, radius^2 = 2 (n - 1) / (n (n - 2)) F
  n <- nrow(share)
  e <- eigen(v)
  radius <- sqrt(2 * (n - 1) / (n * (n - 2)) * qf(0.9, 2, n - 2))
  say(paste0(path, ".region.major"), radius * sqrt(e$values[1]))
  say(paste0(path, ".region.minor"), radius * sqrt(e$values[2]))
}
people <- if (args[1] == "ratings") ratings() else rankings()
group("all", people$share, 0.001)
teams <- sort(unique(people$team), method = "radix")
for (t in seq_along(teams))
  group(sprintf("teams.%d.1", t - 1),
        people$share[people$team == teams[t], , drop = FALSE], 0.01)
