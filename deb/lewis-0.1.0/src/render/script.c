/* script.c - the writing systems of characters, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "render/script.h"

#define NOTO(code, name) \
    {code, {"letters of " name, "Noto Sans " name, "fonts-noto-core"}}
#define CJK(code, letters, font) \
    {code, {letters, "Noto Sans CJK " font, "fonts-noto-cjk"}}

/* Scripts by their code in ISO 15924; names and packages as of Debian 12. */
static const struct {
    const char *code;
    struct script script;
} row[] = {
    CJK("Hani", "Chinese characters", "SC"),
    CJK("Hira", "Japanese hiragana", "JP"),
    CJK("Kana", "Japanese katakana", "JP"),
    CJK("Hang", "Korean letters", "KR"),
    CJK("Bopo", "bopomofo letters", "TC"),
    NOTO("Arab", "Arabic"),
    NOTO("Armn", "Armenian"),
    NOTO("Beng", "Bengali"),
    NOTO("Cher", "Cherokee"),
    NOTO("Deva", "Devanagari"),
    NOTO("Ethi", "Ethiopic"),
    NOTO("Geor", "Georgian"),
    NOTO("Gujr", "Gujarati"),
    NOTO("Guru", "Gurmukhi"),
    NOTO("Hebr", "Hebrew"),
    NOTO("Khmr", "Khmer"),
    NOTO("Knda", "Kannada"),
    NOTO("Laoo", "Lao"),
    NOTO("Mlym", "Malayalam"),
    NOTO("Mong", "Mongolian"),
    NOTO("Mymr", "Myanmar"),
    NOTO("Nkoo", "NKo"),
    NOTO("Orya", "Oriya"),
    NOTO("Sinh", "Sinhala"),
    NOTO("Syrc", "Syriac"),
    NOTO("Taml", "Tamil"),
    NOTO("Telu", "Telugu"),
    NOTO("Tfng", "Tifinagh"),
    NOTO("Thaa", "Thaana"),
    NOTO("Thai", "Thai"),
    NOTO("Tibt", "Tibetan"),
    {"Latn", {"Latin letters", "DejaVu Sans", "fonts-dejavu-core"}},
    {"Grek", {"Greek letters", "DejaVu Sans", "fonts-dejavu-core"}},
    {"Cyrl", {"Cyrillic letters", "DejaVu Sans", "fonts-dejavu-core"}},
    {"", {"some signs", "Noto Sans Symbols", "fonts-noto-core"}},
};

enum { ROWS = sizeof row / sizeof row[0] };

size_t
script_count(void)
{
    return ROWS;
}

const struct script *
script_at(size_t index)
{
    return &row[index].script;
}

size_t
script_of(gunichar character)
{
    guint32 code =
        g_unicode_script_to_iso15924(g_unichar_get_script(character));
    size_t i = 0;

    while (i < ROWS - 1 &&
           (guint32)((guint32)(guchar)row[i].code[0] << 24 |
                     (guint32)(guchar)row[i].code[1] << 16 |
                     (guint32)(guchar)row[i].code[2] << 8 |
                     (guchar)row[i].code[3]) != code)
        i++;
    return i;
}
