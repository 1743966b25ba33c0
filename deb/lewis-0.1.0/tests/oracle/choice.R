# choice.R - independent numbers for the choice model: the Plackett-Luce
# likelihood maximised by a general optimiser, its covariance by numerical second
# derivatives of the shares' own parametrisation, and the score region of picks
# by brute force. Prints what tests/unit/worth_test.c and region_test.c hold.
#
#   Rscript choice.R
#
# SPDX-License-Identifier: GPL-3.0-or-later
options(digits = 12)

# Rankings as strings over L M R; a prior of 'a' first choices per style.
loglik <- function(w, rankings, counts, a) {
  names(w) <- c("L", "M", "R")
  l <- a * sum(log(w))
  for (r in seq_along(rankings)) {
    left <- c("L", "M", "R")
    for (s in strsplit(rankings[r], "")[[1]]) {
      if (length(left) > 1) l <- l + counts[r] * log(w[s] / sum(w[left]))
      left <- setdiff(left, s)
    }
  }
  unname(l)
}

fit <- function(rankings, counts, a) {
  f <- function(t) loglik(exp(c(t, 0)) / sum(exp(c(t, 0))), rankings, counts, a)
  o <- optim(c(0, 0), f, method = "BFGS",
             control = list(fnscale = -1, reltol = 1e-16, maxit = 1000))
  for (k in 1:50) {                      # polish: Newton with central differences
    h <- 1e-4
    g <- sapply(1:2, function(i) {
      e <- replace(c(0, 0), i, h)
      (f(o$par + e) - f(o$par - e)) / (2 * h)
    })
    o$par <- o$par - solve(optimHess(o$par, f), g)
  }
  w <- exp(c(o$par, 0)) / sum(exp(c(o$par, 0)))
  # information in (wL, wM) directly, wR = 1 - wL - wM
  q <- function(v) loglik(c(v, 1 - sum(v)), rankings, counts, a)
  h <- 1e-4 * w[1:2]
  d2 <- function(i, j) {
    e <- diag(2) * h
    (q(w[1:2] + e[i, ] + e[j, ]) - q(w[1:2] + e[i, ] - e[j, ]) -
       q(w[1:2] - e[i, ] + e[j, ]) + q(w[1:2] - e[i, ] - e[j, ])) /
      (4 * h[i] * h[j])
  }
  v <- solve(-outer(1:2, 1:2, Vectorize(d2)))
  cat(sprintf("  w %.8f %.8f %.8f  var L %.7f cov LM %.7f var M %.7f\n",
              w[1], w[2], w[3], v[1, 1], v[1, 2], v[2, 2]))
}

five <- c("LMR", "LRM", "MLR", "MRL", "RLM")
n <- c(8, 4, 5, 1, 2)
cat("rankings 8 4 5 1 2, a = 0\n"); fit(five, n, 0)
cat("rankings 8 4 5 1 2, a = 0.5\n"); fit(five, n, 0.5)
cat("first choices only of the third ranking, a = 0.5\n")
fit(c("LMR", "LRM", "M", "MRL", "RLM"), n, 0.5)
cat("12 rankings, each style once missing first, a = 1\n")
fit(c("LMR", "MRL", "RLM", "RML"), c(3, 3, 4, 2), 1)

# The score region of picks: the smallest and largest p_i on it, over a grid
# refined by optimize, sum (n_i - n p_i)^2 / (n p_i) <= qchisq(.90, 2).
shadow <- function(counts) {
  n <- sum(counts)
  q <- counts / n
  z2 <- qchisq(.90, 2)
  least <- function(i, p) {              # of the statistic, p_i = p given
    j <- setdiff(1:3, i)
    optimize(function(s) {
      r <- numeric(3); r[i] <- p; r[j] <- (1 - p) * c(s, 1 - s)
      sum(n * (q - r)^2 / r)
    }, c(1e-12, 1 - 1e-12), tol = 1e-14)$objective
  }
  for (i in 1:3) {
    lo <- if (q[i] > 0) uniroot(function(p) least(i, p) - z2,
                                c(1e-12, min(q[i], 1 - 1e-9)), tol = 1e-13)$root else 0
    hi <- if (q[i] == 1) 1 else uniroot(function(p) least(i, p) - z2,
                  c(max(q[i], 1e-12), 1 - 1e-12), tol = 1e-13)$root
    cat(sprintf("  %.8f %.8f\n", lo, hi))
  }
}
cat("picks 14 10 6\n"); shadow(c(14, 10, 6))
cat("picks 12 0 0 of 12\n"); shadow(c(12, 0, 0))
cat("picks 5 4 3\n"); shadow(c(5, 4, 3))

# Points and pairs: split choices, so that counts are fractions. Two items of 10
# points over L M R (5 3 2 and 2 2 6), a pair L-M of 7 places answered 3
# (t = 1/3 of a choice of M), a pair M-R of 5 places answered 5 (all R), one
# ranking R M L; prior 0.5.
first <- c(.5 + .2, .3 + .2, .2 + .6 + 1) + .5
win <- matrix(0, 3, 3)
win[1, 2] <- 2 / 3; win[2, 1] <- 1 / 3; win[3, 2] <- 1
win[2, 1] <- win[2, 1] + 1                # the ranking's second choice
f <- function(t) {
  w <- exp(c(t, 0)); w <- w / sum(w)
  l <- sum(first * log(w))
  for (i in 1:3) for (j in 1:3)
    if (win[i, j] > 0) l <- l + win[i, j] * log(w[i] / (w[i] + w[j]))
  l
}
o <- optim(c(0, 0), f, method = "BFGS",
           control = list(fnscale = -1, reltol = 1e-16))
g <- function(t, h = 1e-5) sapply(1:2, function(i) {
  e <- replace(c(0, 0), i, h); (f(t + e) - f(t - e)) / (2 * h)
})
for (k in 1:20) o$par <- o$par - solve(optimHess(o$par, f), g(o$par))
w <- exp(c(o$par, 0)); w <- w / sum(w)
cat(sprintf("points and pairs\n  w %.8f %.8f %.8f\n", w[1], w[2], w[3]))

# Low and high of rankings: where the profile likelihood, the greatest over the
# division of the rest, is qchisq(.90, 2) / 2 under its maximum.
split <- w
ranked <- function(w) loglik(w, five, n, 0.5)
at <- function(i, p, s) {
  r <- numeric(3); r[i] <- p; r[setdiff(1:3, i)] <- (1 - p) * c(s, 1 - s)
  ranked(r)
}
profile <- function(i, p)
  optimize(function(s) at(i, p, s), c(1e-9, 1 - 1e-9), maximum = TRUE,
           tol = 1e-12)$objective
top <- optimize(function(p) profile(1, p), c(.01, .99), maximum = TRUE,
                tol = 1e-10)
best <- c(.6102458826, .2657046276, .1240494899)
cat("low and high of the rankings 8 4 5 1 2, a = 0.5\n")
for (i in 1:3) {
  under <- function(p) profile(i, p) - top$objective + qchisq(.90, 2) / 2
  cat(sprintf("  %.6f %.6f\n",
              uniroot(under, c(1e-6, best[i]), tol = 1e-12)$root,
              uniroot(under, c(best[i], 1 - 1e-6), tol = 1e-12)$root))
}
cat("2 (l - l at the best place where two are level): LM, LR, MR\n")
for (k in 3:1) {
  ij <- setdiff(1:3, k)
  o <- optimize(function(x) { r <- numeric(3); r[ij] <- x; r[k] <- 1 - 2 * x
                              ranked(r) }, c(1e-9, .5 - 1e-9), maximum = TRUE,
                tol = 1e-12)
  cat(sprintf("  %.6f\n", 2 * (top$objective - o$objective)))
}

# Split choices: the dispersion. Rows are answers, columns parts; 'p' what the
# shares expect. Points 5 3 2, 4 4 2, 6 2 2, 5 2 3, 3 4 3 of 10, a = 0.5.
scatter <- function(x, p) {
  p <- matrix(p, nrow(x), ncol(x), byrow = TRUE)
  list(found = sum((x - p)^2), whole = sum(p * (1 - p)))
}
x <- rbind(c(5, 3, 2), c(4, 4, 2), c(6, 2, 2), c(5, 2, 3), c(3, 4, 3)) / 10
w <- (colSums(x) + .5) / (nrow(x) + 1.5)
a <- scatter(x, w)
terms <- 2 * nrow(x); m <- terms - 2
phi <- max(a$found / m * terms, 5 * 3 / 1200) / a$whole
radius2 <- min(2 * qf(.90, 2, m), qchisq(.90, 2) / phi)
cat(sprintf("points: dispersion %.10f radius2 %.10f n %.8f\n", phi, radius2,
            nrow(x) / phi))
q <- colMeans(x); z <- radius2 * phi / nrow(x)
cat(sprintf("  %.10f %.10f\n", (q + z / 2 - sqrt(z * (q * (1 - q) + z / 4))) /
              (1 + z), (q + z / 2 + sqrt(z * (q * (1 - q) + z / 4))) / (1 + z)),
    sep = "")

# The points, pairs and the ranking from above: two points items, a pair L-M
# (left 2 / 3), a pair M-R (left 0), the ranking R M L, whose second choice is
# between L and M.
w <- split
three <- rbind(c(.5, .3, .2), c(.2, .2, .6), c(0, 0, 1))
lm <- w[1] / (w[1] + w[2]); mr <- w[2] / (w[2] + w[3])
# a choice from two has one term, so one part of it counts
a <- scatter(three, w)
found <- a$found + (2 / 3 - lm)^2 + (0 - lm)^2 + (0 - mr)^2
whole <- a$whole + 2 * lm * (1 - lm) + mr * (1 - mr)
terms <- 2 * 3 + 3; m <- terms - 2
cat(sprintf("points and pairs: dispersion %.8f\n",
            min(1, found / m * terms / whole)))
