# src/cli/local.mk - the program. It sees the public headers only, and carries
# liblewis in itself: no run-time path, and it may be moved (lewis/shelf.h).

bin_PROGRAMS += lewis
lewis_SOURCES = \
	src/cli/bank_check.c \
	src/cli/bank_export.c \
	src/cli/bank_items.c \
	src/cli/bank_show.c \
	src/cli/bank_verb.h \
	src/cli/before.c \
	src/cli/before.h \
	src/cli/chart_each.c \
	src/cli/chart_each.h \
	src/cli/chart_stars.c \
	src/cli/chart_stars.h \
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
	src/cli/keys.c \
	src/cli/keys.h \
	src/cli/people_page.c \
	src/cli/people_page.h \
	src/cli/left_out.c \
	src/cli/left_out.h \
	src/cli/language.c \
	src/cli/language.h \
	src/cli/main.c \
	src/cli/option.c \
	src/cli/option.h \
	src/cli/paper.c \
	src/cli/paper.h \
	src/cli/person.c \
	src/cli/person.h \
	src/cli/person_picture.c \
	src/cli/person_picture.h \
	src/cli/person_row.c \
	src/cli/person_row.h \
	src/cli/progress.c \
	src/cli/progress.h \
	src/cli/recognised.c \
	src/cli/recognised.h \
	src/cli/say.c \
	src/cli/say.h \
	src/cli/scoring.c \
	src/cli/scoring.h \
	src/cli/take.c \
	src/cli/take.h \
	src/cli/take_answer.c \
	src/cli/take_answer.h \
	src/cli/take_command.c \
	src/cli/take_command.h \
	src/cli/take_end.c \
	src/cli/take_end.h \
	src/cli/take_found.c \
	src/cli/take_found.h \
	src/cli/take_help.c \
	src/cli/take_help.h \
	src/cli/take_keys.c \
	src/cli/take_line.c \
	src/cli/take_note.c \
	src/cli/take_note.h \
	src/cli/take_start.c \
	src/cli/take_start.h \
	src/cli/take_view.c \
	src/cli/take_view.h \
	src/cli/take_words.c \
	src/cli/take_words.h \
	src/cli/teams.c \
	src/cli/teams.h \
	src/cli/team_request.c \
	src/cli/team_request.h \
	src/cli/team_rows.c \
	src/cli/team_rows.h \
	src/cli/terminal.c \
	src/cli/terminal.h \
	src/cli/terminal_chart.c \
	src/cli/terminal_chart.h \
	src/cli/terminal_pixels.c \
	src/cli/terminal_pixels.h \
	src/cli/topics.c \
	src/cli/topics.h
lewis_CPPFLAGS = $(program_cppflags) $(GSL_CFLAGS)
lewis_LDFLAGS = $(AM_LDFLAGS) -static-libtool-libs
lewis_LDADD = src/liblewis.la
