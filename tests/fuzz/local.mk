# tests/fuzz/local.mk - inputs that strangers make, made up by libFuzzer.
#
# `make check' puts the corpora through their targets once, with any compiler.
# `make fuzz' looks for new ones; it wants clang:
#
#     mkdir build-fuzz && cd build-fuzz
#     ../configure CC=clang --enable-fuzzing && make fuzz FUZZ_SECONDS=60

unit_tests += tests/fuzz/replay

fuzz_targets = \
	tests/fuzz/fuzz.h \
	tests/fuzz/reading.c \
	tests/fuzz/reading.h \
	tests/fuzz/target_answers.c \
	tests/fuzz/target_bank.c \
	tests/fuzz/target_content.c \
	tests/fuzz/target_draft.c \
	tests/fuzz/target_handin.c \
	tests/fuzz/target_summary.c \
	tests/fuzz/targets.c
if HAVE_ZIP
fuzz_targets += tests/fuzz/target_workbook.c
endif
if HAVE_SERVE
fuzz_targets += tests/fuzz/target_serve.c
endif
fuzz_cppflags = $(AM_CPPFLAGS) $(ZIP_CFLAGS) -UNDEBUG

tests_fuzz_replay_SOURCES = tests/fuzz/replay.c $(fuzz_targets)
tests_fuzz_replay_CPPFLAGS = $(fuzz_cppflags)

EXTRA_PROGRAMS += tests/fuzz/fuzz tests/fuzz/commands
tests_fuzz_fuzz_SOURCES = tests/fuzz/libfuzzer.c $(fuzz_targets)
tests_fuzz_fuzz_CPPFLAGS = $(fuzz_cppflags)
tests_fuzz_fuzz_LDFLAGS = $(AM_LDFLAGS) $(LIBFUZZER)
tests_fuzz_commands_SOURCES = tests/fuzz/commands.c $(lewis_full_SOURCES)
tests_fuzz_commands_CPPFLAGS = $(cli_cppflags) -Dmain=lewis_main
tests_fuzz_commands_CFLAGS = $(AM_CFLAGS) -Wno-missing-prototypes
tests_fuzz_commands_LDADD = $(lewis_full_LDADD)
tests_fuzz_commands_LDFLAGS = $(AM_LDFLAGS) $(LIBFUZZER)

EXTRA_DIST += tests/fuzz/bank.dict tests/fuzz/content.dict tests/fuzz/corpus \
	tests/fuzz/fuzz.sh tests/fuzz/serve.dict

FUZZ_SECONDS = 60
FUZZ_JOBS = 2
FUZZ_TARGETS =

.PHONY: fuzz
if FUZZING
fuzz: tests/fuzz/fuzz$(EXEEXT) tests/fuzz/commands$(EXEEXT)
	top_srcdir='$(abs_top_srcdir)' LEWIS_PATH='$(abs_top_srcdir)/questionnaires' \
		$(SHELL) '$(srcdir)/tests/fuzz/fuzz.sh' $(FUZZ_SECONDS) $(FUZZ_JOBS) \
		$(FUZZ_TARGETS)
else
fuzz:
	@echo "make fuzz wants clang: ./configure CC=clang --enable-fuzzing" >&2
	@exit 1
endif
