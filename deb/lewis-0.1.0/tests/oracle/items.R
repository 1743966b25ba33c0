# items.R - what `lewis bank items --format json` prints, held against R: base R
# formulas throughout, the package psych where it is installed, PSPP's
# RELIABILITY where that is. The data are made here, from a seed.
#
#   make check-oracle
#   LEWIS=./lewis LEWIS_PATH=questionnaires Rscript tests/oracle/items.R
#
# Fails when a number differs by 1e-9 or more (PSPP prints two decimals, and is
# held to them).
#
# SPDX-License-Identifier: GPL-3.0-or-later
options(digits = 15)
lewis <- Sys.getenv("LEWIS", "lewis")
set.seed(20260, kind = "Mersenne-Twister", normal.kind = "Inversion",
         sample.kind = "Rejection")
worst <- 0
same <- function(what, ours, theirs, within = 1e-9) {
  d <- max(abs(unlist(ours) - unlist(theirs)))
  if (within == 1e-9) worst <<- max(worst, d)
  cat(sprintf("%-34s %s (%.2g)\n", what, if (isTRUE(d < within)) "same"
              else "DIFFERS", d))
  if (!isTRUE(d < within)) {
    print(unlist(ours)); print(unlist(theirs))
    quit(status = 1)
  }
}

# JSON to lists: its tokens are turned into those of R.
read_json <- function(text) {
  token <- regmatches(text, gregexpr(
    '"(\\\\.|[^"\\\\])*"|[][{}:,]|[^][{}:,[:space:]]+', text))[[1]]
  words <- c("{" = "list(", "[" = "list(", "}" = ")", "]" = ")", ":" = "=",
             "null" = "NA_real_", "true" = "TRUE", "false" = "FALSE")
  known <- token %in% names(words)
  token[known] <- words[token[known]]
  eval(parse(text = paste(token, collapse = " ")))
}

items_of <- function(bank, answers) {
  file <- tempfile(fileext = ".csv")
  write.csv(answers, file, row.names = FALSE, na = "", quote = FALSE)
  out <- system2(lewis, c("bank", "items", bank, file, "--format", "json"),
                 stdout = TRUE, stderr = FALSE)
  read_json(paste(out, collapse = "\n"))
}
pick <- function(list, name) sapply(list, function(x) x[[name]])

# ---- ratings: 1..6, 15 items of three factors, some missing ----------------
n <- 1200
key <- list(linear = paste0("C", 1:5), multi = paste0("E", 1:5),
            reactive = paste0("A", 1:5))
reversed <- c("A1", "C4", "C5", "E1", "E2")
x <- do.call(cbind, lapply(key, function(names) {
  f <- rnorm(n)
  m <- sapply(1:5, function(i) (.35 + .1 * i) * f + rnorm(n))
  colnames(m) <- names
  m
}))
x[, reversed] <- -x[, reversed]
x <- matrix(findInterval(x, c(-1.6, -.9, -.2, .6, 1.3)) + 1, n,
            dimnames = dimnames(x))
x[sample(length(x), 300)] <- NA

# One factor by maximum likelihood: the uniquenesses for which the model has
# the variances right, given the loadings that belong to them (Joreskog 1967),
# by Newton's method with numeric derivatives.
omega <- function(s) {
  loadings <- function(psi) {
    e <- eigen(s / sqrt(psi %o% psi), symmetric = TRUE)
    sqrt(psi) * e$vectors[, 1] * sqrt(e$values[1] - 1)
  }
  gap <- function(psi) 1 - (loadings(psi)^2 + psi) / diag(s)
  psi <- factanal(covmat = s, factors = 1)$uniquenesses * diag(s)
  for (k in 1:20) {
    h <- 1e-5 * psi
    j <- sapply(seq_along(psi), function(i) {
      e <- replace(0 * psi, i, h[i])
      (gap(psi + e) - gap(psi - e)) / (2 * h[i])
    })
    psi <- psi - solve(j, gap(psi))
  }
  l <- abs(sum(loadings(psi)))
  l^2 / (l^2 + sum(psi))
}

reliability <- function(y) {
  k <- ncol(y); n <- nrow(y)
  c <- cov(y); v <- sum(c); t <- sum(diag(c))
  alpha <- k / (k - 1) * (1 - t / v)
  # F by the beta distribution: qf() takes chi-square for large df2
  f <- function(p) {
    q <- qbeta(p, (n - 1) / 2, (n - 1) * (k - 1) / 2)
    (k - 1) * q / (1 - q)
  }
  q <- 2 * k^2 / ((k - 1)^2 * v^3) *
    (v * (sum(c * c) + t^2) - 2 * t * sum(c %*% c))
  off <- c; diag(off) <- 0
  r <- cor(y)
  sd <- sd(rowMeans(y))
  list(complete = n, mean = mean(rowMeans(y)), sd = sd,
       mean_points = 1 + 5 * mean(rowMeans(y)), sd_points = 5 * sd,
       alpha = alpha, feldt_low = 1 - (1 - alpha) * f(.975),
       feldt_high = 1 - (1 - alpha) * f(.025),
       duhachek_low = alpha + qnorm(.025) * sqrt(q / n),
       duhachek_high = alpha + qnorm(.975) * sqrt(q / n),
       lambda2 = 1 - t / v + sqrt(k / (k - 1) * sum(off^2)) / v,
       omega = omega(c), sem = sd * sqrt(1 - alpha),
       sem_points = 5 * sd * sqrt(1 - alpha), mean_r = mean(r[lower.tri(r)]))
}

found <- items_of("bfi", cbind(id = 1:n, x))
names(found$items) <- pick(found$items, "id")
for (s in 1:3) {
  y <- (x[, key[[s]]] - 1) / 5
  turn <- colnames(y) %in% reversed
  y[, turn] <- 1 - y[, turn]
  y <- y[complete.cases(y), ]
  theirs <- reliability(y)
  same(paste(names(key)[s], "by base R"), found$styles[[s]][names(theirs)],
       theirs)
  ours <- found$items[key[[s]]]
  same("  r.drop", pick(ours, "r_drop"),
       sapply(1:5, function(i) cor(y[, i], rowSums(y[, -i]))))
  same("  alpha without", pick(ours, "alpha_without"), sapply(1:5, function(i)
    4 / 3 * (1 - sum(diag(cov(y[, -i]))) / sum(cov(y[, -i])))))
  if (requireNamespace("psych", quietly = TRUE)) {
    a <- suppressWarnings(suppressMessages(psych::alpha(as.data.frame(y))))
    same("  alpha by psych", found$styles[[s]]$alpha, a$total$raw_alpha)
    same("  r.drop by psych", pick(ours, "r_drop"), a$item.stats$r.drop)
    same("  alpha without by psych", pick(ours, "alpha_without"),
         a$alpha.drop$raw_alpha)
    same("  Duhachek's error by psych",
         (found$styles[[s]]$duhachek_high - found$styles[[s]]$alpha) /
           qnorm(.975), a$total$ase)
  }
  if (nzchar(Sys.which("pspp"))) {
    data <- tempfile(); syntax <- tempfile(); out <- tempfile()
    write.table(round(1 + 5 * y), data, sep = ",", row.names = FALSE,
                quote = FALSE)
    writeLines(c(sprintf(paste0("GET DATA /TYPE=TXT /FILE='%s' /DELIMITERS=','",
      " /FIRSTCASE=2 /VARIABLES=%s."), data,
      paste(colnames(y), "F8.2", collapse = " ")),
      sprintf("RELIABILITY /VARIABLES=%s /SUMMARY=TOTAL.",
              paste(colnames(y), collapse = " "))), syntax)
    system2("pspp", c("-o", out, "-O", "format=csv", syntax))
    rows <- strsplit(readLines(out), ",")
    at <- match("Cronbach's Alpha", sapply(rows, `[`, 1))
    total <- do.call(rbind, rows[sapply(rows, `[`, 1) %in% colnames(y)])
    same("  alpha by PSPP", found$styles[[s]]$alpha,
         as.numeric(rows[[at + 1]][1]), .00501)
    same("  r.drop by PSPP", pick(ours, "r_drop"), as.numeric(total[, 4]),
         .00501)
    same("  alpha without by PSPP", pick(ours, "alpha_without"),
         as.numeric(total[, 5]), .00501)
  }
}
ours <- found$items[colnames(x)]
m <- colMeans(x, na.rm = TRUE)
z <- apply(x, 2, sd, na.rm = TRUE)
same("items: n", pick(ours, "n"), colSums(!is.na(x)))
same("items: mean", pick(ours, "mean"), m)
same("items: SD", pick(ours, "sd"), z)
same("items: skew", pick(ours, "skew"), sapply(1:15, function(i)
  mean((x[, i] - m[i])^3, na.rm = TRUE) / z[i]^3))
same("items: floor", pick(ours, "floor"), colMeans(x == 1, na.rm = TRUE))
same("items: ceiling", pick(ours, "ceiling"), colMeans(x == 6, na.rm = TRUE))
same("items: answers", pick(ours, "answers"),
     unlist(apply(x, 2, tabulate, 6)))

# ---- choices: four picks, so three partings; the rest by the likelihood -----
styles <- c("linear", "multi", "reactive")
bank <- tempfile(fileext = ".xml")
en <- function(tag, text) sprintf("<%s xml:lang='en'>%s</%s>", tag, text, tag)
form <- c("pick", "pick", "pick", "rank")
writeLines(c("<bank xmlns='urn:x-lewis:bank:1' id='four' version='1.0.0'",
  "languages='en' min-answered='0.5'><meta>", en("title", "Four"),
  "<author>A</author><licence spdx='CC0-1.0'>free</licence>",
  "<source>S</source></meta><section id='one'>", en("name", "One"),
  sapply(1:4, function(i) paste0("<", form[i], " id='Q", i, "'>",
    en("stem", paste("Stem", i)), paste0("<option id='", letters[1:3], "'>",
      en("label", paste("Label", letters[1:3], i)), "<key style='", styles,
      "'/></option>", collapse = ""), "</", form[i], ">")),
  "</section></bank>"), bank)

people <- 400
w <- matrix(rgamma(3 * people, 1.5), people)
order_of <- function(w) {
  first <- sample(3, 1, prob = w)
  rest <- setdiff(1:3, first)
  if (runif(1) > w[rest[1]] / sum(w[rest])) rest <- rev(rest)
  c(first, rest)
}
ranks <- lapply(1:4, function(i)
  t(sapply(1:people, function(p) order_of(w[p, ] * exp(.3 * (1:3) * (i - 2))))))
cells <- sapply(1:4, function(i) if (form[i] == "pick") letters[ranks[[i]][, 1]]
  else apply(ranks[[i]], 1, function(r) paste(letters[r], collapse = "")))
cells[sample(length(cells), 40)] <- NA
colnames(cells) <- paste0("Q", 1:4)
found <- items_of(bank, cbind(id = 1:people, as.data.frame(cells)))

# Log-likelihood of first choices (three counts) and pairs (3 x 3) with the
# prior; its maximum by Newton's method on two log-worths.
fit <- function(first, win) {
  first <- first + .5
  theta <- c(0, 0, 0)
  for (k in 1:200) {
    p <- exp(theta) / sum(exp(theta))
    g <- first - sum(first) * p
    h <- sum(first) * (diag(p) - p %o% p)
    for (i in 1:2) for (j in (i + 1):3) {
      q <- p[i] / (p[i] + p[j]); m <- win[i, j] + win[j, i]
      g[i] <- g[i] + win[i, j] - m * q; g[j] <- g[j] - win[i, j] + m * q
      e <- (1:3 == i) - (1:3 == j)
      h <- h + m * q * (1 - q) * e %o% e
    }
    theta[1:2] <- theta[1:2] + solve(h[1:2, 1:2], g[1:2]) * min(1, k / 5)
  }
  exp(theta) / sum(exp(theta))
}
counts <- function(rows, item) {          # first choices and pairs of a person
  first <- numeric(3); win <- matrix(0, 3, 3)
  for (p in rows) for (i in item) if (!is.na(cells[p, i])) {
    r <- ranks[[i]][p, ]
    first[r[1]] <- first[r[1]] + 1
    if (form[i] == "rank") win[r[2], r[3]] <- win[r[2], r[3]] + 1
  }
  list(first, win)
}
fitted <- function(rows, item) do.call(fit, counts(rows, item))
information <- function(item, p) {
  i <- diag(p) - p %o% p
  if (form[item] == "rank") for (f in 1:3) {
    r <- setdiff(1:3, f)
    e <- (1:3 == r[1]) - (1:3 == r[2])
    i <- i + p[f] * prod(p[r]) / sum(p[r])^2 * e %o% e
  }
  i[1:2, 1:2]
}
parts <- function(worths) {
  one <- lapply(1:4, function(i) information(i, worths[[i]]))
  inverse <- solve(Reduce(`+`, one))
  sapply(one, function(i) sum(diag(inverse %*% i)) / 2)
}
all <- fitted(1:people, 1:4)
same("choices: worths", found$worths, all)
same("choices: information", pick(found$items, "information"),
     parts(rep(list(all), 4)))
same("choices: information, own", pick(found$items, "information_own"),
     parts(lapply(1:4, function(i) fitted(1:people, i))))
for (i in 1:4) {
  there <- !is.na(cells[, i])
  same(paste("choices: first of", colnames(cells)[i]),
       pick(found$items[[i]]$options, "first"),
       tabulate(ranks[[i]][there, 1], 3) / sum(there))
}
same("choices: last of Q4", pick(found$items[[4]]$options, "last"),
     tabulate(ranks[[4]][there, 3], 3) / sum(there))
enough <- which(rowSums(!is.na(cells)) >= 2)
same("choices: people", found$people, length(enough))
half <- function(item) t(sapply(enough, function(p) fitted(p, item)))
r <- sapply(2:4, function(i)
  diag(cor(half(c(1, i)), half(setdiff(2:4, i)))))
up <- 2 * r / (1 + r)
same("choices: worst parting", pick(found$styles, "reliability_low"),
     apply(up, 1, min))
same("choices: best parting", pick(found$styles, "reliability_high"),
     apply(up, 1, max))
cat(sprintf("all the same; largest difference %.2g\n", worst))
