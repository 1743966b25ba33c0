# team.R - figures of teams, by vegan and cluster where they are installed
# (tests/unit/figures_test.c and rearrange_test.c hold what it prints).
#
# The 23 Skye lavas (A, F, M; Thompson, Esson & Duncan 1972) as people: A linear,
# F multi... the plane of lewis/style.h with M on the right.
a <- c(52,52,47,45,40,37,27,27,23,22,21,25,24,22,22,20,16,17,14,13,13,14,24) / 100
f <- c(42,44,48,49,50,54,58,54,59,59,60,53,54,55,56,58,62,57,54,55,52,47,56) / 100
# multi is what is left, reactive is f, as in cloud_test.c
m <- 1 - a - f
x <- f + m / 2
y <- m * sqrt(3) / 2
p <- cbind(x, y)
g <- factor(c(rep("a", 8), rep("b", 7), rep("c", 8)))
show <- function(name, ...) cat(sprintf("%-24s", name), sprintf("%.12g", c(...)), "\n")

if (requireNamespace("vegan", quietly = TRUE)) {
    d <- dist(p)
    fit <- vegan::adonis2(d ~ g, permutations = 99)
    show("adonis2 F R2", fit$F[1], fit$R2[1])
    b <- vegan::betadisper(d, g, type = "median")
    show("betadisper F (median)", anova(b)$`F value`[1])
}
# exact: all 20 relabellings of three and three
q <- cbind(c(.1,.1,.2,.55,.65,.6) + c(.2,.25,.2,.3,.25,.2) / 2, c(.2,.25,.2,.3,.25,.2) * sqrt(3) / 2)
F1 <- function(p, g) {
    sst <- sum(scale(p, scale = FALSE)^2)
    ssw <- sum(sapply(split(seq_along(g), g), function(i) sum(scale(p[i, , drop = FALSE], scale = FALSE)^2)))
    k <- length(unique(g))
    ((sst - ssw) / (k - 1)) / (ssw / (length(g) - k))
}
all3 <- combn(6, 3)
Fs <- apply(all3, 2, function(i) F1(q, seq_len(6) %in% i))
show("knots F, exact p", Fs[1], mean(Fs >= Fs[1] - 1e-9))
# spreads: one-way ANOVA of distances to the spatial median, all relabellings of
# four and four
r <- cbind(c(.30,.32,.31,.29,.50,.80,.60,.95), c(.10,.12,.09,.11,.40,.05,.70,.20))
h <- rep(1:2, each = 4)
med <- function(p) optim(colMeans(p), function(c) sum(sqrt(rowSums(sweep(p, 2, c)^2))), control = list(reltol = 1e-16, maxit = 1e5))$par
z <- unlist(lapply(1:2, function(k) { c <- med(r[h == k, ]); sqrt(rowSums(sweep(r[h == k, ], 2, c)^2)) }))
all4 <- combn(8, 4)
Fz <- apply(all4, 2, function(i) F1(cbind(z), seq_len(8) %in% i))
show("spreads F, exact p", F1(cbind(z), h == 1), mean(Fz >= F1(cbind(z), h == 1) - 1e-9))
# the best split of the lavas, by all lines through two points, and of the knots
# by all subsets
between <- function(p, s) { c <- colMeans(p); t <- sum(sweep(p, 2, c)^2)
    sum(sapply(unique(s), function(k) sum(s == k) * sum((colMeans(p[s == k, , drop = FALSE]) - c)^2))) / t }
best <- function(p, least) { n <- nrow(p); top <- 0; arg <- NULL
    for (code in 1:(2^(n - 1) - 1)) { s <- as.integer(intToBits(code))[1:n]
        if (min(sum(s), n - sum(s)) >= least) { v <- between(p, s); if (v > top) { top <- v; arg <- s } } }
    list(top, arg) }
set.seed(1)
t12 <- round(cbind(runif(12), runif(12) / 2), 2)
cat("twelve points:\n"); cat(sprintf("{%.2f, %.2f}", t12[, 1], t12[, 2]), sep = ", "); cat("\n")
for (least in c(1, 2, 5)) { o <- best(t12, least); show(paste("best split, least", least), o[[1]], sum(o[[2]])) }
o <- best(q, 2)
show("knots: best split", o[[1]])
if (requireNamespace("cluster", quietly = TRUE)) {
    show("knots: silhouette", mean(cluster::silhouette(rep(1:2, each = 3), dist(q))[, 3]))
    show("twelve: silhouette", mean(cluster::silhouette(best(t12, 2)[[2]] + 1, dist(t12))[, 3]))
}
# paired Hotelling: the first twelve lavas against the last eleven and the first
dx <- x[1:12] - x[12:23]; dy <- y[1:12] - y[12:23]
D <- cbind(dx, dy); n <- 12; S <- cov(D); mu <- colMeans(D)
T2 <- n * drop(t(mu) %*% solve(S) %*% mu); Fh <- T2 * (n - 2) / (2 * (n - 1))
show("paired Hotelling T2 F p", T2, Fh, pf(Fh, 2, n - 2, lower.tail = FALSE))
# sphericity: simulated against w^((n - 2) / 2)
W <- replicate(20000, { s <- cov(matrix(rnorm(16), 8)); 4 * det(s) / sum(diag(s))^2 })
show("Mauchly, n 8: P(p < .05)", mean(W^3 < .05))
S <- cov(p); w <- 4 * det(S) / sum(diag(S))^2
show("Mauchly of the lavas", w^((23 - 2) / 2), prcomp(p)$sdev, prcomp(p)$sdev[1]^2 / sum(prcomp(p)$sdev^2))
# two teams: lavas 1-8 and 9-23, Nel & van der Merwe
A <- p[1:8, ]; B <- p[9:23, ]
S1 <- cov(A) / 8; S2 <- cov(B) / 15; Se <- S1 + S2; tr <- function(m) sum(diag(m))
nu <- (tr(Se %*% Se) + tr(Se)^2) / ((tr(S1 %*% S1) + tr(S1)^2) / 7 + (tr(S2 %*% S2) + tr(S2)^2) / 14)
rad <- 2 * nu / (nu - 1) * qf(.9, 2, nu - 1)
dd <- colMeans(B) - colMeans(A)
e <- eigen(Se * rad); th <- seq(0, 2 * pi, length.out = 200001)
edge <- t(e$vectors %*% (sqrt(e$values) * rbind(cos(th), sin(th))))
dist1 <- sqrt((dd[1] - edge[, 1])^2 + (dd[2] - edge[, 2])^2)
show("two teams: nu, distance", nu, sqrt(sum(dd^2)), min(dist1), max(dist1))
# a country: lavas 1-8 to the corner of linear
e <- eigen(cov(A) * 7 * (.1^(-2 / 6) - 1) / 8)
edge <- t(e$vectors %*% (sqrt(e$values) * rbind(cos(th), sin(th))))
dd <- c(0, 0) - colMeans(A)
dist1 <- sqrt((dd[1] - edge[, 1])^2 + (dd[2] - edge[, 2])^2)
show("lavas 1-8 to linear", sqrt(sum(dd^2)), min(dist1), max(dist1))
# assignment: the least sum over all permutations of six
set.seed(4); cost <- round(matrix(runif(36), 6), 3)
perm <- function(v) if (length(v) == 1) list(v) else unlist(lapply(seq_along(v), function(i) lapply(perm(v[-i]), function(r) c(v[i], r))), recursive = FALSE)
cat("six by six:\n"); cat(sprintf("%.3f", t(cost)), sep = ", "); cat("\n")
all6 <- perm(1:6); sums <- sapply(all6, function(s) sum(cost[cbind(1:6, s)]))
show("least sum, choice", min(sums), all6[[which.min(sums)]] - 1)

# The example workshop, from lewis score to lewis team: `make check-oracle'.
lewis <- Sys.getenv("LEWIS")
if (nzchar(lewis)) {
    answers <- file.path(Sys.getenv("LEWIS_PATH"), "workshop.csv")
    s <- read.csv(text = system2(lewis, c("score", "--digits", "15", answers), stdout = TRUE, stderr = FALSE))
    out <- read.delim(text = system2(lewis, c("team", "--by", "team", "--format", "table", answers), stdout = TRUE, stderr = FALSE), quote = "")
    said <- function(figure, of = "") out$value[out$figure == figure & (out$of == of | is.na(out$of) & of == "")][1]
    worst <- 0
    same <- function(what, value, expected, within = 1e-5) {
        off <- abs(value - expected) / max(1, abs(expected))
        worst <<- max(worst, off)
        if (!isTRUE(off < within)) stop(what, " is ", value, ", R says ", expected)
    }
    P <- as.matrix(s[, c("x", "y")]); t <- factor(s$team); d <- dist(P)
    same("mean of pairs", said("mean_pairwise"), mean(d))
    same("standard distance", said("standard_distance"), sqrt(mean(rowSums(sweep(P, 2, colMeans(P))^2))))
    e <- eigen(cov(P))$values
    same("long axis", said("axis_part"), e[1] / sum(e))
    for (k in levels(t)) same(paste("centre of", k), said("group.linear", k), mean(s$linear[t == k]))
    if (requireNamespace("vegan", quietly = TRUE)) {
        fit <- vegan::adonis2(d ~ t, permutations = 99)
        same("adonis2 F", said("places.f", "team"), fit$F[1])
        same("adonis2 R2", said("r2", "team"), fit$R2[1])
        same("betadisper F", said("spreads.f", "team"), anova(vegan::betadisper(d, t, type = "median"))$`F value`[1], 1e-3)
    }
    cat("lewis team: as R says (largest difference ", format(worst, digits = 2), ")\n", sep = "")
}
