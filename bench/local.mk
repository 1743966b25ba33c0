# bench/local.mk - timings; not part of `make check'. See bench/README.md.

bench_programs = bench/chart bench/plain bench/rows bench/score bench/serve
EXTRA_PROGRAMS += $(bench_programs)
EXTRA_DIST += bench/README.md bench/batch.sh bench/chart.sh \
	bench/peers.sh bench/plain_row.h bench/random.h bench/serve.sh

.PHONY: bench bench-batch bench-chart bench-score
bench: bench-score bench-batch bench-chart

bench-chart: bench/chart$(EXEEXT) lewis$(EXEEXT)
	LEWIS='$(abs_top_builddir)/lewis$(EXEEXT)' \
	LEWIS_PATH='$(abs_top_srcdir)/questionnaires' \
	    '$(srcdir)/bench/chart.sh' ./bench/chart$(EXEEXT)

bench-score: bench/score$(EXEEXT)
	./bench/score$(EXEEXT)

.PHONY: bench-peers
bench-peers: lewis$(EXEEXT)
	'$(srcdir)/bench/peers.sh' ./lewis$(EXEEXT) '$(abs_srcdir)/questionnaires'

# 300 people on this machine, for up to some minutes; needs Linux and workshops.
.PHONY: bench-serve
bench-serve: lewis$(EXEEXT) lewis-full$(EXEEXT) bench/serve$(EXEEXT)
	LEWIS='$(abs_top_builddir)/lewis$(EXEEXT)' \
	LEWIS_PATH='$(abs_top_srcdir)/questionnaires' \
	    $(SHELL) '$(srcdir)/bench/serve.sh' ./bench/serve$(EXEEXT)

bench-batch: all bench/plain$(EXEEXT) bench/rows$(EXEEXT)
	top_builddir='$(abs_top_builddir)' \
		LEWIS_PATH='$(abs_top_srcdir)/questionnaires' \
		$(SHELL) $(srcdir)/bench/batch.sh
