# colour.R - how far apart the corners' colours are for colour-blind readers,
# as expected by tests/unit/palette_test.c.
#
#     Rscript colour.R
#
# Base R only: sRGB to linear by IEC 61966-2-1, the matrices of severity 1 of
# Machado, Oliveira & Fernandes 2009 (IEEE TVCG 15(6):1291) for linear RGB,
# OKLab by Ottosson 2020, through XYZ and the two matrices of the paper, where
# the program and its test take the matrix that leads from RGB in one step.
#
# SPDX-License-Identifier: GPL-3.0-or-later
options(digits = 8)

linear <- function(hex) {
  x <- as.vector(col2rgb(hex)) / 255
  ifelse(x <= 0.04045, x / 12.92, ((x + 0.055) / 1.055)^2.4)
}

seen <- list(
  common = diag(3),
  protan = rbind(c(0.152286, 1.052583, -0.204868), c(0.114503, 0.786281, 0.099216), c(-0.003882, -0.048116, 1.051998)),
  deutan = rbind(c(0.367322, 0.860646, -0.227968), c(0.280085, 0.672501, 0.047413), c(-0.011820, 0.042940, 0.968881)),
  tritan = rbind(c(1.255528, -0.076749, -0.178779), c(-0.078411, 0.930809, 0.147602), c(0.004733, 0.691367, 0.303900)))

xyz <- rbind(c(0.4124564, 0.3575761, 0.1804375), c(0.2126729, 0.7151522, 0.0721750), c(0.0193339, 0.1191920, 0.9503041))
cone <- rbind(c(0.8189330101, 0.3618667424, -0.1288597137), c(0.0329845436, 0.9293118715, 0.0361456387),
              c(0.0482003018, 0.2643662691, 0.6338517070))
axis <- rbind(c(0.2104542553, 0.7936177850, -0.0040720468), c(1.9779984951, -2.4285922050, 0.4505937099),
              c(0.0259040371, 0.7827717662, -0.8086757660))

oklab <- function(hex, vision) {
  rgb <- pmin(pmax(seen[[vision]] %*% linear(hex), 0), 1)
  axis %*% (cone %*% xyz %*% rgb)^(1 / 3)
}

corner <- c("#0B5CAD", "#C8322B", "#F2C230")
for (vision in names(seen)) {
  lab <- sapply(corner, oklab, vision)
  cat(vision, format(100 * as.vector(dist(t(lab)))), "\n") # blue-red, blue-yellow, red-yellow
}
