# bench/local.mk - timings; not part of `make check'. See bench/README.md.

EXTRA_PROGRAMS += bench/score
EXTRA_DIST += bench/README.md

.PHONY: bench-score
bench-score: bench/score$(EXEEXT)
	./bench/score$(EXEEXT)
