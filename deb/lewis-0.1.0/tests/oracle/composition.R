# composition.R - the numbers in tests/unit/composition_test.c and
# groups_test.c. Base R only, by other formulas than composition.c: the
# regions come from the clr covariance and contrasts of logarithms, not from
# pivot coordinates.
#
#   Rscript tests/oracle/composition.R
#
# SPDX-License-Identifier: GPL-3.0-or-later
options(digits = 15)
closure <- function(x) x / sum(x)
clr <- function(x) log(x) - mean(log(x))
distance <- function(x, y) sqrt(sum((clr(x) - clr(y))^2))
center <- function(X) closure(exp(colMeans(log(X))))
multiplicative <- function(x, delta)
    ifelse(x == 0, delta, (1 - delta * sum(x == 0)) * x)
show <- function(name, ...) cat(sprintf("%-26s", name), format(c(...)), "\n")

# Pivot coordinates, for three parts: Filzmoser & Hron (2009, Mathematical
# Geosciences 41:905), as robCompositions::pivotCoord has them.
pivot <- function(x) c((2 * log(x[1]) - log(x[2]) - log(x[3])) / sqrt(6),
                       log(x[2] / x[3]) / sqrt(2))

# AFM composition of 23 Skye lavas, percent: see cloud.R.
A <- c(52, 52, 47, 45, 40, 37, 27, 27, 23, 22, 21, 25, 24, 22, 22, 20, 16, 17,
       14, 13, 13, 14, 24)
F <- c(42, 44, 48, 49, 50, 54, 58, 54, 59, 59, 60, 53, 54, 55, 56, 58, 62, 57,
       54, 55, 52, 47, 56)
skye <- cbind(A, F, M = 100 - A - F) / 100

variation <- function(X) {
    T <- matrix(0, 3, 3)
    for (i in 1:3) for (j in 1:3) T[i, j] <- var(log(X[, i] / X[, j]))
    T
}

# End points of the axes of the ellipse radius2, in shares: the eigenvectors of
# the clr covariance span the plane of log-ratios.
ends <- function(X, radius2) {
    e <- eigen(cov(t(apply(X, 1, clr))))
    for (k in 1:2) for (sign in c(1, -1))
        show(paste("  axis", k), closure(exp(clr(center(X)) + sign *
            sqrt(radius2 * e$values[k]) * e$vectors[, k])))
}
hotelling <- function(n, level) 2 * (n - 1) / (n - 2) * qf(level, 2, n - 2) / n

cat("skye\n")
z <- t(apply(skye, 1, pivot))
show("centre", center(skye))
show("total variance", sum(variation(skye)) / 6)
show("pivot mean", colMeans(z))
show("pivot cov", cov(z)[c(1, 2, 4)])
show("row 1", z[1, ])
show("eigenvalues", eigen(cov(z))$values)
show("largest D2, row 1", max(mahalanobis(z, colMeans(z), cov(z))))
show("d_A rows 1-2", distance(skye[1, ], skye[2, ]))
show("d_A centre, barycentre", distance(center(skye), rep(1, 3)))
cat("95 % region of the centre\n")
ends(skye, hotelling(23, 0.95))
cat("90 % of the persons\n")
ends(skye, qchisq(0.90, 2))

cat("six people, total variance and centre by delta\n")
six <- rbind(c(8, 2, 0), c(7, 3, 1), c(9, 0, 2), c(6, 4, 3), c(5, 5, 0),
             c(8, 1, 1))
six <- six / rowSums(six)
for (delta in c(1 / 9, 0.01, 0.005, 0.001, 0.0001)) {
    X <- t(apply(six, 1, multiplicative, delta))
    show(format(delta), sum(variation(X)) / 6, center(X))
}

# The chart: the range of every share, by brute force over the region's edge.
cat("eight people near the reactive side\n")
eight <- rbind(c(.02, .30, .68), c(.05, .20, .75), c(.01, .50, .49),
               c(.10, .35, .55), c(.03, .10, .87), c(.04, .40, .56),
               c(.02, .25, .73), c(.06, .60, .34))
show("centre", center(eight))
show("mean", colMeans(eight))
e <- eigen(cov(t(apply(eight, 1, clr))))
turn <- seq(0, 2 * pi, length.out = 100001)
r <- sqrt(hotelling(8, 0.90))
edge <- exp(outer(rep(1, length(turn)), clr(center(eight))) + r *
    (outer(cos(turn), sqrt(e$values[1]) * e$vectors[, 1]) +
     outer(sin(turn), sqrt(e$values[2]) * e$vectors[, 2])))
edge <- edge / rowSums(edge)
show("low", apply(edge, 2, min))
show("high", apply(edge, 2, max))

cat("by hand: three profiles\n")
X <- rbind(c(.5, .3, .2), c(.2, .3, .5), c(.6, .4, 0))
show("d_A of the first two", distance(X[1, ], X[2, ]))
show("their centre", center(X[1:2, ]))
show("pivot of the first", pivot(X[1, ]))
show("the third, zeros 0.005", multiplicative(X[3, ], 0.005))
