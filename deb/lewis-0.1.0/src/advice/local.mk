# src/advice/local.mk - what the styles are like to work with; tasks; a checklist.

src_libadvice_la_SOURCES = \
	src/advice/advice.c \
	src/advice/agenda.c \
	src/advice/checklist.c \
	src/advice/overlay.c \
	src/advice/tasks.c
src_libadvice_la_CPPFLAGS = $(layer_cppflags)
