# src/cli/local.mk - the program. It sees the public headers only, and carries
# liblewis in itself: no run-time path, and it may be moved (lewis/shelf.h). It is
# two programs, of which a person sees one: lewis becomes lewis-full for what
# wants more libraries (full.h).
# What has a few files of its own has a folder, and is included by its path:
# "cli/take/take.h". (That it includes nothing else of src/, tests/lint/layers.sh
# sees to.)

noinst_LIBRARIES += src/libcli.a
src_libcli_a_SOURCES = \
	src/cli/absent.c \
	src/cli/absent.h \
	src/cli/bank/check.c \
	src/cli/bank/export.c \
	src/cli/bank/items.c \
	src/cli/bank/show.c \
	src/cli/bank/verb.h \
	src/cli/chart/before.c \
	src/cli/chart/before.h \
	src/cli/chart/draw.c \
	src/cli/chart/draw.h \
	src/cli/chart/each.c \
	src/cli/chart/each.h \
	src/cli/chart/left_out.c \
	src/cli/chart/left_out.h \
	src/cli/chart/picture.c \
	src/cli/chart/picture.h \
	src/cli/chart/stars.c \
	src/cli/chart/stars.h \
	src/cli/chart/topics.c \
	src/cli/chart/topics.h \
	src/cli/choice.c \
	src/cli/choice.h \
	src/cli/cleanup.c \
	src/cli/cleanup.h \
	src/cli/cmd.h \
	src/cli/cmd_bank.c \
	src/cli/cmd_chart.c \
	src/cli/cmd_country.c \
	src/cli/cmd_drafts.c \
	src/cli/cmd_merge.c \
	src/cli/cmd_report.c \
	src/cli/cmd_score.c \
	src/cli/cmd_take.c \
	src/cli/cmd_team.c \
	src/cli/content.c \
	src/cli/content.h \
	src/cli/each.c \
	src/cli/each.h \
	src/cli/file_name.c \
	src/cli/file_name.h \
	src/cli/full.h \
	src/cli/language.c \
	src/cli/language.h \
	src/cli/option.c \
	src/cli/option.h \
	src/cli/outputs.c \
	src/cli/outputs.h \
	src/cli/paper.c \
	src/cli/paper.h \
	src/cli/person/person.c \
	src/cli/person/person.h \
	src/cli/person/picture.c \
	src/cli/person/picture.h \
	src/cli/person/row.c \
	src/cli/person/row.h \
	src/cli/places.c \
	src/cli/places.h \
	src/cli/progress.c \
	src/cli/progress.h \
	src/cli/recognised.c \
	src/cli/recognised.h \
	src/cli/report_looks.c \
	src/cli/report_looks.h \
	src/cli/role_hint.c \
	src/cli/role_hint.h \
	src/cli/say.c \
	src/cli/say.h \
	src/cli/scoring.c \
	src/cli/scoring.h \
	src/cli/take/answer.c \
	src/cli/take/answer.h \
	src/cli/take/by_key.c \
	src/cli/take/by_line.c \
	src/cli/take/command.c \
	src/cli/take/command.h \
	src/cli/take/end.c \
	src/cli/take/end.h \
	src/cli/take/found.c \
	src/cli/take/found.h \
	src/cli/take/help.c \
	src/cli/take/help.h \
	src/cli/take/keys.c \
	src/cli/take/keys.h \
	src/cli/take/note.c \
	src/cli/take/note.h \
	src/cli/take/start.c \
	src/cli/take/start.h \
	src/cli/take/take.c \
	src/cli/take/take.h \
	src/cli/take/view.c \
	src/cli/take/view.h \
	src/cli/take/words.c \
	src/cli/take/words.h \
	src/cli/team/request.c \
	src/cli/team/request.h \
	src/cli/team/rows.c \
	src/cli/team/rows.h \
	src/cli/teams.c \
	src/cli/teams.h \
	src/cli/terminal/chart.c \
	src/cli/terminal/chart.h \
	src/cli/terminal/people_page.c \
	src/cli/terminal/people_page.h \
	src/cli/terminal/pixels.c \
	src/cli/terminal/pixels.h \
	src/cli/terminal/terminal.c \
	src/cli/terminal/terminal.h
if HAVE_WORKSHOP
src_libcli_a_SOURCES += \
	src/cli/cmd_workshop.c \
	src/cli/workshop/codes.c \
	src/cli/workshop/export.c \
	src/cli/workshop/life.c \
	src/cli/workshop/new.c \
	src/cli/workshop/report.c \
	src/cli/workshop/run.c \
	src/cli/workshop/status.c \
	src/cli/workshop/verb.h
else
src_libcli_a_SOURCES += src/cli/cmd_workshop_none.c
endif
if HAVE_SERVE
src_libcli_a_SOURCES += src/cli/cmd_serve.c src/cli/serve_run.c
else
src_libcli_a_SOURCES += src/cli/cmd_serve_none.c
endif
cli_cppflags = $(program_cppflags) -I$(top_srcdir)/src $(GSL_CFLAGS)
src_libcli_a_CPPFLAGS = $(cli_cppflags)

bin_PROGRAMS += lewis
lewis_SOURCES = src/cli/full.c src/cli/main.c
lewis_CPPFLAGS = $(cli_cppflags) -DLEWIS_LIBEXECDIR='"$(pkglibexecdir)"'
lewis_LDADD = src/libcli.a $(plain_layers) $(plain_libs)

pkglibexec_PROGRAMS += lewis-full
lewis_full_SOURCES = src/cli/full_here.c src/cli/main.c
lewis_full_CPPFLAGS = $(cli_cppflags)
lewis_full_LDADD = src/libcli.a $(layers) $(foreign_libs)
