# expected.R - makes expected.csv from answers.csv and the reference points,
# without lewis: the numbers of the golden test come from here.
#
#   Rscript expected.R ../../../questionnaires/countries.xml > expected.csv
#
# SPDX-License-Identifier: GPL-3.0-or-later
xml <- readLines(commandArgs(trailingOnly = TRUE)[1], encoding = "UTF-8")
answers <- read.csv("answers.csv", encoding = "UTF-8", na.strings = "")

key <- list(linear = paste0("C", 1:5), multi = paste0("E", 1:5),
            reactive = paste0("A", 1:5))
reversed <- c("A1", "C4", "C5", "E1", "E2")

# countries: L M R at step / 8 along their edge
line <- grep("<country ", xml, value = TRUE)
attribute <- function(name) sub(paste0('.*[ ]', name, '="([^"]*)".*'), "\\1",
                                line)
edge <- function(style) outer(style, names(key), "==") * 1
step <- as.numeric(attribute("step")) / 8
position <- edge(attribute("from")) * (1 - step) + edge(attribute("toward")) *
  step
iso <- attribute("iso")
sure <- attribute("confidence") != "D"

nearest <- function(p) {
  d <- sqrt(rowSums((position - rep(p, each = nrow(position)))^2) / 2)
  first <- which(d < min(d) + 1e-12)[1]
  there <- rowSums(abs(position - rep(position[first, ],
                                      each = nrow(position)))) < 1e-9
  if (any(there & sure)) there <- there & sure
  paste(iso[there], collapse = " ")
}

six <- function(x) sprintf("%.6f", x)
quote_cell <- function(s) {
  if (is.na(s)) return("")
  if (grepl('[",]', s)) paste0('"', gsub('"', '""', s), '"') else s
}

cat(paste(c("id", "team", "status", "linear", "multi", "reactive",
            "linear_low", "linear_high", "multi_low", "multi_high",
            "reactive_low", "reactive_high", "x", "y", "style", "nearest",
            "answered", "missing"), collapse = ","), "\n", sep = "")
for (row in seq_len(nrow(answers))) {
  x <- unlist(answers[row, unlist(key)])
  who <- c(quote_cell(answers$id[row]), quote_cell(answers$team[row]))
  if (any(x < 1 | x > 6, na.rm = TRUE)) {
    cat(paste(c(who, "refused", rep("", 15)), collapse = ","), "\n", sep = "")
    next
  }
  pomp <- (x - 1) / 5
  pomp[reversed] <- 1 - pomp[reversed]
  k <- sapply(key, function(items) sum(!is.na(pomp[items])))
  s <- sapply(key, function(items) mean(pomp[items], na.rm = TRUE))
  counts <- c(sum(k), 15 - sum(k))
  if (any(k < 4) || sum(s) == 0) {
    cat(paste(c(who, "incomplete", rep("", 13), counts), collapse = ","), "\n",
        sep = "")
    next
  }
  p <- s / sum(s)
  ss <- sapply(key, function(items) {
    sum((pomp[items] - mean(pomp[items], na.rm = TRUE))^2, na.rm = TRUE)
  })
  pooled <- sum(ss) / sum(k - 1)
  e <- pmax(pooled, (ss + 20 * pooled) / (k - 1 + 20), 1 / 300) / k
  j <- (diag(3) - p %o% rep(1, 3)) / sum(s)
  v <- j %*% diag(e) %*% t(j)
  r2 <- 2 * qf(.90, 2, sum(k - 1))
  half <- sqrt(r2 * diag(v))
  range <- as.vector(rbind(pmax(0, p - half), pmin(1, p + half)))
  lead <- which.max(p)
  level <- sapply(1:3, function(i) {
    i == lead || (p[i] - p[lead])^2 <=
      r2 * (v[i, i] + v[lead, lead] - 2 * v[i, lead])
  })
  style <- if (all(level)) "balanced" else paste(names(key)[level],
                                                 collapse = "-")
  cat(paste(c(who, "ok", six(p), six(range), six(p[3] + p[2] / 2),
              six(p[2] * sqrt(3) / 2), style, nearest(p), counts),
            collapse = ","), "\n", sep = "")
}
