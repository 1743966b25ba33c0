/* serve.c - a room that answers all at once: what `lewis serve` takes for it.
 *
 *   bench/serve LEWIS FILE CODES EXPECTED PACE
 *
 * starts the server on FILE, lets a person join with each code of the file
 * CODES (a line each), and then all of them answer thirty rankings: each sends
 * an answer every PACE milliseconds; 0: as soon as the last was acknowledged, so
 * that there are always as many on their way as people. Then they hand in.
 * EXPECTED gets what was acknowledged, as CSV. Prints how long each answer took from the first byte sent
 * to the last received, how long the server took to start, its highest memory,
 * and, in the same folder, what a bare write and fdatasync() of 4 KiB takes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 1000, ITEMS = 30, ROOM = 64 * 1024, SYNCS = 300 };

struct person {
    char code[8], cookie[100], token[40];
    int fd;
    char cell[ITEMS][4]; /* acknowledged */
    int next;            /* item on its way */
    double sent_ms, due_ms;
    bool waits;
    char in[ROOM];
    size_t got;
};

static struct person person[MOST];
static size_t people;
static double took_ms[MOST * ITEMS];
static size_t answers, refused;
static double pace_ms;
static int port;
static pid_t server;

static double
now_ms(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return 1e3 * (double)time.tv_sec + 1e-6 * (double)time.tv_nsec;
}

static void
fail(const char *what)
{
    fprintf(stderr, "bench/serve: %s: %s\n", what, strerror(errno));
    if (server > 0)
        kill(server, SIGKILL);
    exit(2);
}

/* The same answers each run. */
static const char *
draw(void)
{
    static const char *const rank[] = {"abc", "acb", "bac",
                                       "bca", "cab", "cba"};
    static uint32_t state = 20261122;

    state = state * 1103515245 + 12345;
    return rank[state / 65536 % 6];
}

/* --- the server --- */

/* Starts it, and waits for the line that says where people join. */
static FILE *
start(const char *lewis, const char *file)
{
    int out[2];
    char line[400];
    FILE *said;

    if (pipe(out) != 0 || (server = fork()) < 0)
        fail("fork");
    if (server == 0) {
        dup2(out[1], 1);
        close(out[0]);
        close(out[1]);
        execl(lewis, "lewis", "serve", file, "--listen", "127.0.0.1:0",
              (char *)NULL);
        _exit(127);
    }
    close(out[1]);
    said = fdopen(out[0], "r");
    while (fgets(line, sizeof line, said) != NULL)
        if (sscanf(line, "People join at: http://127.0.0.1:%d", &port) == 1)
            return said;
    fail("the server did not start");
    return NULL;
}

static long
memory_kib(void)
{
    char path[64], line[200];
    long kib = -1;
    FILE *status;

    snprintf(path, sizeof path, "/proc/%ld/status", (long)server);
    status = fopen(path, "r");
    while (status != NULL && fgets(line, sizeof line, status) != NULL)
        sscanf(line, "VmHWM: %ld", &kib);
    if (status != NULL)
        fclose(status);
    return kib;
}

/* Processor time of the server so far, of both kinds. */
static double
processor_ms(void)
{
    char path[64];
    unsigned long user = 0, system = 0;
    FILE *stat;

    snprintf(path, sizeof path, "/proc/%ld/stat", (long)server);
    stat = fopen(path, "r");
    if (stat == NULL ||
        fscanf(stat, "%*d %*s %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u "
                     "%lu %lu", &user, &system) != 2)
        fail(path);
    fclose(stat);
    return 1e3 * (double)(user + system) / (double)sysconf(_SC_CLK_TCK);
}

/* --- requests --- */

static void
link_up(struct person *one)
{
    struct sockaddr_in to = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)port),
                             .sin_addr = {htonl(INADDR_LOOPBACK)}};
    int yes = 1;

    one->fd = socket(AF_INET, SOCK_STREAM, 0);
    if (one->fd < 0 || connect(one->fd, (void *)&to, sizeof to) != 0)
        fail("connect");
    setsockopt(one->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
}

static void
request(struct person *one, const char *method, const char *path,
        const char *body)
{
    char text[2048];
    int size = snprintf(
        text, sizeof text,
        "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept: application/json\r\n"
        "Cookie: %s\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Content-Length: %zu\r\n\r\n%s",
        method, path, port, one->cookie, strlen(body), body);

    one->got = 0;
    one->in[0] = '\0';
    if (write(one->fd, text, (size_t)size) != size)
        fail("write");
}

/* Reads on. True when the answer is whole. */
static bool
read_on(struct person *one)
{
    ssize_t n = read(one->fd, one->in + one->got, ROOM - 1 - one->got);
    char *end, *length;

    if (n <= 0)
        fail("the server hung up");
    one->got += (size_t)n;
    one->in[one->got] = '\0';
    end = strstr(one->in, "\r\n\r\n");
    length = strstr(one->in, "Content-Length: ");
    return end != NULL && length != NULL &&
           one->got >= (size_t)(end + 4 - one->in) +
                           (size_t)strtoul(length + 16, NULL, 10);
}

static void
copy_until(char *to, size_t room, const char *from, const char *ends)
{
    size_t size = strcspn(from, ends);

    if (size >= room)
        fail("too long");
    memcpy(to, from, size);
    to[size] = '\0';
}

/* Asks and waits; keeps the cookie and the token. Returns the status. */
static int
ask(struct person *one, const char *method, const char *path,
    const char *body)
{
    const char *at;

    request(one, method, path, body);
    while (!read_on(one))
        continue;
    if ((at = strstr(one->in, "Set-Cookie: lewis=")) != NULL)
        copy_until(one->cookie, sizeof one->cookie, at + 12, ";\r");
    if ((at = strstr(one->in, "name=\"token\" value=\"")) != NULL)
        copy_until(one->token, sizeof one->token, at + 20, "\"");
    return atoi(one->in + 9);
}

static void
join(struct person *one)
{
    char body[100];

    link_up(one);
    ask(one, "GET", "/", "");
    snprintf(body, sizeof body, "token=%.39s&code=%.7s", one->token,
             one->code);
    if (ask(one, "POST", "/join", body) != 303)
        fail("a code was not taken");
    ask(one, "GET", "/consent", "");
    snprintf(body, sizeof body, "token=%s", one->token);
    if (ask(one, "POST", "/consent", body) != 303)
        fail("consent was not taken");
    if (ask(one, "GET", "/topic/1", "") != 200)
        fail("there is no first topic");
}

static void
hand_in(struct person *one)
{
    char body[200];

    snprintf(body, sizeof body, "token=%s", one->token);
    if (ask(one, "POST", "/hand-in", body) != 303)
        fail("handing in was not taken");
    close(one->fd);
}

static void
send_answer(struct person *one)
{
    char body[300];

    strcpy(one->cell[one->next], draw());
    snprintf(body, sizeof body, "token=%s&item=T%02d&value=%s&ms=900",
             one->token, one->next + 1, one->cell[one->next]);
    one->sent_ms = now_ms();
    one->waits = true;
    request(one, "POST", "/answer", body);
}

/* --- the room --- */

static void
acknowledged(struct person *one, size_t *busy)
{
    took_ms[answers++] = now_ms() - one->sent_ms;
    one->waits = false;
    if (atoi(one->in + 9) != 200) {
        refused++;
        one->cell[one->next][0] = '\0';
    }
    if (++one->next == ITEMS)
        --*busy;
    else if (pace_ms > 0)
        one->due_ms += pace_ms;
    else
        send_answer(one);
}

/* Sends what is due. Returns how long nothing else is. */
static int
send_due(void)
{
    double now = now_ms(), first = now + 30000;

    for (size_t i = 0; pace_ms > 0 && i < people; i++) {
        struct person *one = &person[i];

        if (one->next == ITEMS || one->waits)
            continue;
        if (one->due_ms <= now)
            send_answer(one);
        else if (one->due_ms < first)
            first = one->due_ms;
    }
    return first > now ? (int)(first - now) : 0;
}

static double
answer_all(void)
{
    static struct pollfd watched[MOST];
    double start_ms = now_ms();
    size_t busy = people;

    for (size_t i = 0; i < people; i++) {
        watched[i] = (struct pollfd){.fd = person[i].fd, .events = POLLIN};
        person[i].due_ms =
            start_ms + pace_ms * (double)i / (double)people;
        if (pace_ms == 0)
            send_answer(&person[i]);
    }
    while (busy > 0) {
        if (poll(watched, people, send_due()) < 0)
            fail("poll");
        for (size_t i = 0; i < people; i++)
            if (watched[i].revents != 0 && read_on(&person[i]))
                acknowledged(&person[i], &busy);
    }
    return now_ms() - start_ms;
}

static void
read_codes(const char *path)
{
    FILE *file = fopen(path, "r");

    if (file == NULL)
        fail(path);
    while (people < MOST && fscanf(file, "%7s", person[people].code) == 1)
        people++;
    fclose(file);
}

static void
write_expected(const char *path)
{
    FILE *file = fopen(path, "w");

    if (file == NULL)
        fail(path);
    for (size_t i = 0; i < people; i++) {
        fputs(person[i].code, file);
        for (int t = 0; t < ITEMS; t++)
            fprintf(file, ",%s", person[i].cell[t]);
        fputs("\n", file);
    }
    if (fclose(file) != 0)
        fail(path);
}

static int
by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

static double
quantile(double *value, size_t count, double part)
{
    qsort(value, count, sizeof *value, by_size);
    return value[(size_t)(part * (double)(count - 1) + 0.5)];
}

/* Milliseconds of a write and fdatasync(), SYNCS times. */
static void
bare_syncs(const char *beside, double ms[SYNCS])
{
    static char page[4096];
    char path[4096];
    int fd;

    snprintf(path, sizeof path, "%s.sync", beside);
    fd = open(path, O_CREAT | O_RDWR | O_TRUNC, 0600);
    for (int i = 0; i < SYNCS; i++) {
        double start_ms = now_ms();
        if (write(fd, page, sizeof page) < 0 || fdatasync(fd) != 0)
            fail(path);
        ms[i] = now_ms() - start_ms;
    }
    close(fd);
    unlink(path);
}

int
main(int argc, char **argv)
{
    struct person first = {.fd = -1};
    double start_ms, started_ms, all_ms, used_ms, sync_ms[SYNCS];
    FILE *said;

    if (argc != 6)
        return fprintf(stderr,
                       "usage: serve LEWIS FILE CODES EXPECTED PACE\n"), 2;
    pace_ms = strtod(argv[5], NULL);
    signal(SIGPIPE, SIG_IGN);
    alarm(300);
    read_codes(argv[3]);
    bare_syncs(argv[2], sync_ms);
    start_ms = now_ms();
    said = start(argv[1], argv[2]);
    link_up(&first);
    ask(&first, "GET", "/", "");
    started_ms = now_ms() - start_ms;
    close(first.fd);
    for (size_t i = 0; i < people; i++)
        join(&person[i]);
    used_ms = processor_ms();
    all_ms = answer_all();
    used_ms = processor_ms() - used_ms;
    for (size_t i = 0; i < people; i++)
        hand_in(&person[i]);
    write_expected(argv[4]);
    printf("started and answered in %.0f ms\n", started_ms);
    printf("%zu people, %zu answers, %zu refused, in %.0f ms: %.0f a second\n",
           people, answers, refused, all_ms,
           1e3 * (double)answers / all_ms);
    printf("an answer saved: median %.1f ms, p99 %.1f ms, slowest %.1f ms\n",
           quantile(took_ms, answers, 0.5), quantile(took_ms, answers, 0.99),
           quantile(took_ms, answers, 1));
    printf("a bare write and fdatasync: median %.1f ms, p99 %.1f ms\n",
           quantile(sync_ms, SYNCS, 0.5), quantile(sync_ms, SYNCS, 0.99));
    printf("processor time of the server: %.3f ms an answer\n",
           used_ms / (double)answers);
    printf("memory at its highest: %.1f MiB\n", (double)memory_kib() / 1024);
    kill(server, SIGTERM);
    waitpid(server, NULL, 0);
    fclose(said);
    return refused > 0;
}
