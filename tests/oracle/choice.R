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
