# src/serve/local.mk - a workshop in the browsers of a room. daemon.c is the door
# to libmicrohttpd, qr.c the one to libqrencode.

if HAVE_SERVE
src_libserve_la_SOURCES = \
	src/serve/address.c \
	src/serve/address.h \
	src/serve/assets.c \
	src/serve/assets.h \
	src/serve/cookie.c \
	src/serve/cookie.h \
	src/serve/daemon.c \
	src/serve/daemon.h \
	src/serve/desk.c \
	src/serve/desk.h \
	src/serve/exchange.c \
	src/serve/exchange.h \
	src/serve/form.c \
	src/serve/form.h \
	src/serve/html.c \
	src/serve/html.h \
	src/serve/limit.c \
	src/serve/limit.h \
	src/serve/order.c \
	src/serve/order.h \
	src/serve/page.h \
	src/serve/page_close.c \
	src/serve/page_join.c \
	src/serve/page_person.c \
	src/serve/page_result.c \
	src/serve/page_review.c \
	src/serve/page_topic.c \
	src/serve/page_trainer.c \
	src/serve/page_trouble.c \
	src/serve/page_wall.c \
	src/serve/qr.c \
	src/serve/qr.h \
	src/serve/route.c \
	src/serve/route.h \
	src/serve/server.c \
	src/serve/site.c \
	src/serve/site.h \
	src/serve/stream.c \
	src/serve/stream.h \
	src/serve/token.c \
	src/serve/token.h \
	src/serve/trainers.c \
	src/serve/trainers.h \
	src/serve/words.c \
	src/serve/words.h
src_libserve_la_CPPFLAGS = $(layer_cppflags) $(SERVE_CFLAGS)
nodist_src_libserve_la_SOURCES = src/serve/serve_css.c src/serve/serve_js.c
serve_layers = src/libserve.la
else
serve_layers =
endif

EXTRA_DIST += src/serve/serve.css src/serve/serve.js
src/serve/serve_css.c: src/serve/serve.css
	$(embed) name=serve_css $(embed_to)
src/serve/serve_js.c: src/serve/serve.js
	$(embed) name=serve_js $(embed_to)
CLEANFILES += src/serve/serve_css.c src/serve/serve_js.c
