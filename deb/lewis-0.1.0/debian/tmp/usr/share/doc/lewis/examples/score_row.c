/* score_row.c - one person's answers to a profile, without any file but the bank.
 *
 *   cc score_row.c $(pkg-config --cflags --libs lewis) -o score_row
 *   ./score_row lmr-12.xml b a c b b a c a "" b b c */
#include <stdio.h>
#include <string.h>
#include <lewis/score.h>

int
main(int argc, char **argv)
{
    struct lewis_score_options options = lewis_score_defaults();
    struct lewis_answer answer[100] = {{0}}; /* missing */
    struct lewis_score score;
    struct lewis_error error = {.text = "which bank?"};
    struct lewis_bank *bank = argc > 1 ? lewis_bank_load(argv[1], &error) : NULL;
    struct lewis_key *key =
        bank != NULL ? lewis_key_new(bank, &options, &error) : NULL;
    size_t items = bank != NULL ? lewis_bank_item_count(bank) : 0;
    int ok = key != NULL && items <= 100;

    for (size_t i = 0; ok && i < items && i + 2 < (size_t)argc; i++)
        ok = lewis_answer_parse(lewis_bank_item(bank, i), argv[i + 2],
                                strlen(argv[i + 2]), &answer[i], &error);
    if (ok) {
        lewis_score_answers(key, answer, &score); /* from any thread */
        printf("%s %s", lewis_status_keyword(score.status),
               lewis_styles_keyword(score.styles));
        for (int s = 0; s < LEWIS_STYLES; s++)
            printf(" %.6f (%.6f-%.6f)", score.share[s], score.low[s],
                   score.high[s]);
        putchar('\n');
    } else {
        fprintf(stderr, "score_row: %s\n", error.text);
    }
    lewis_key_free(key);
    lewis_bank_free(bank);
    return ok ? 0 : 1;
}
