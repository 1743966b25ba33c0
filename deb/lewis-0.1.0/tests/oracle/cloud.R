# cloud.R - the numbers in tests/unit/cloud_test.c. Base R only.
#
#   Rscript tests/oracle/cloud.R
#
# SPDX-License-Identifier: GPL-3.0-or-later
options(digits = 15)

# AFM composition of 23 Skye lavas (MASS::Skye; Thompson, Esson & Duncan 1972,
# J. Petrology 13:219), percent. A stands at linear, F at reactive, M at
# multi-active: x = F + M / 2, y = M sqrt(3) / 2.
A <- c(52, 52, 47, 45, 40, 37, 27, 27, 23, 22, 21, 25, 24, 22, 22, 20, 16, 17,
       14, 13, 13, 14, 24)
F <- c(42, 44, 48, 49, 50, 54, 58, 54, 59, 59, 60, 53, 54, 55, 56, 58, 62, 57,
       54, 55, 52, 47, 56)
M <- 100 - A - F

report <- function(name, x, y, level) {
    n <- length(x)
    xy <- cbind(x, y)
    S <- cov(xy)
    e <- eigen(S)
    # Hotelling: n (m - mu)' S^-1 (m - mu) <= p (n - 1) / (n - p) F(p, n - p)
    T2 <- 2 * (n - 1) / (n - 2) * qf(level, 2, n - 2)
    center <- sqrt(T2 / n * e$values)
    spread <- sqrt(qchisq(level, 2) * e$values)
    angle <- atan(e$vectors[2, 1] / e$vectors[1, 1])
    cat(name, "n", n, "level", level, "\n")
    cat("  mean  ", colMeans(xy), "\n")
    cat("  cov   ", S[1, 1], S[1, 2], S[2, 2], "\n")
    cat("  center", center, " angle", angle, "\n")
    cat("  spread", spread, "\n")
}

x <- (F + M / 2) / 100
y <- M * sqrt(3) / 200
report("skye", x, y, 0.90)
report("skye", x, y, 0.95)
report("four", c(0.10, 0.30, 0.35, 0.80), c(0.40, 0.10, 0.25, 0.05), 0.90)
report("falling", c(0.2, 0.4, 0.5, 0.7, 0.6), c(0.5, 0.3, 0.3, 0.0, 0.2), 0.90)

# The region of the mean with the members' own error as its floor.
B <- matrix(c(-1, 0, -1 / 2, sqrt(3) / 2), 2)
V <- matrix(c(.02, -.012, -.012, .018), 2)
P <- B %*% V %*% t(B)
x <- seq(.15, .65, .1)
y <- rep(c(.20, .21), 3)
n <- 6
A <- cov(cbind(x, y)) * (n - 1) * (.1^(-2 / (n - 2)) - 1) / n
E <- P / n * qchisq(.9, 2)
d <- eigen(A - E)
C <- (A + E + d$vectors %*% diag(abs(d$values)) %*% t(d$vectors)) / 2
print(sqrt(eigen(C)$values), digits = 15)
print(sqrt(eigen(P / 4 * qchisq(.9, 2))$values), digits = 15)
