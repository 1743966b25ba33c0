# rating.R - an independent computation of rating profiles: POMP, closure, the
# 80 % rule, the delta-method region. Compares with what lewis printed.
#
#   Rscript rating.R ANSWERS.csv SCORES.csv
#
# ANSWERS has the items of the example bank bfi (1..6); SCORES is the output of
#   lewis score --bank bfi --digits 12 -o SCORES.csv ANSWERS.csv
# Prints the counts, the mean profile and the largest difference; fails when a
# status differs or a number differs by 1e-9 or more.
#
# SPDX-License-Identifier: GPL-3.0-or-later
args <- commandArgs(trailingOnly = TRUE)
answers <- read.csv(args[1])
scores <- read.csv(args[2], colClasses = c(id = "character"))

key <- list(linear = c("C1", "C2", "C3", "C4", "C5"),
            multi = c("E1", "E2", "E3", "E4", "E5"),
            reactive = c("A1", "A2", "A3", "A4", "A5"))
reversed <- c("A1", "C4", "C5", "E1", "E2")
lo <- 1
hi <- 6

pomp <- (as.matrix(answers[unlist(key)]) - lo) / (hi - lo)
pomp[, reversed] <- 1 - pomp[, reversed]

style <- sapply(key, function(items) rowMeans(pomp[, items], na.rm = TRUE))
k <- sapply(key, function(items) rowSums(!is.na(pomp[, items])))
complete <- apply(k >= 4, 1, all) & rowSums(style, na.rm = TRUE) > 0
total <- rowSums(style)
p <- style / total

# V = J E J', J = (I - p 1') / T, E = diag(variance / k), the variance of a style
# the largest of the pooled one, its own drawn toward that with 20 degrees of
# freedom, and step^2 / 12
bounds <- function(row) {
  v <- sapply(key, function(items) var(pomp[row, items], na.rm = TRUE))
  df <- k[row, ] - 1
  pooled <- sum(df * v) / sum(df)
  own <- (df * v + 20 * pooled) / (df + 20)
  e <- pmax(pooled, own, 1 / (12 * (hi - lo)^2)) / k[row, ]
  j <- (diag(3) - p[row, ] %o% rep(1, 3)) / total[row]
  sd <- sqrt(diag(j %*% diag(e) %*% t(j)))
  m <- sum(k[row, ] - 1)
  half <- sqrt(2 * qf(.90, 2, m)) * sd
  as.vector(rbind(pmax(0, p[row, ] - half), pmin(1, p[row, ] + half)))
}
b <- t(sapply(which(complete), bounds))

stopifnot(nrow(scores) == nrow(answers))
stopifnot(identical(scores$status == "ok", unname(complete)))
ours <- as.matrix(scores[complete, c("linear", "multi", "reactive")])
their_bounds <- as.matrix(scores[complete, c("linear_low", "linear_high",
  "multi_low", "multi_high", "reactive_low", "reactive_high")])
xy <- cbind(p[, 3] + p[, 2] / 2, p[, 2] * sqrt(3) / 2)[complete, ]
worst <- max(abs(ours - p[complete, ]), abs(their_bounds - b),
             abs(as.matrix(scores[complete, c("x", "y")]) - xy))
cat(sprintf("%d rows, %d ok, %d incomplete\n", nrow(scores), sum(complete),
            sum(!complete)))
cat(sprintf("mean profile, R:     %.12f %.12f %.12f\n", mean(p[complete, 1]),
            mean(p[complete, 2]), mean(p[complete, 3])))
cat(sprintf("mean profile, lewis: %.12f %.12f %.12f\n", mean(ours[, 1]),
            mean(ours[, 2]), mean(ours[, 3])))
cat(sprintf("largest difference of a number: %.3g\n", worst))
stopifnot(worst < 1e-9)
