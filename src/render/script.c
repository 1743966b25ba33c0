/* script.c - the writing systems of characters, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/translation.h"
#include "render/script.h"

#define NOTO(code, letters, font) \
    {code, {letters, "Noto Sans " font, "fonts-noto-core"}}
#define CJK(code, letters, font) \
    {code, {letters, "Noto Sans CJK " font, "fonts-noto-cjk"}}

/* Scripts by their code in ISO 15924; names and packages as of Debian 12. */
static const struct {
    const char *code;
    struct script script;
} row[] = {
    CJK("Hani", N_("Chinese characters"), "SC"),
    CJK("Hira", N_("Japanese hiragana"), "JP"),
    CJK("Kana", N_("Japanese katakana"), "JP"),
    CJK("Hang", N_("Korean letters"), "KR"),
    CJK("Bopo", N_("bopomofo letters"), "TC"),
    NOTO("Arab", N_("letters of Arabic"), "Arabic"),
    NOTO("Armn", N_("letters of Armenian"), "Armenian"),
    NOTO("Beng", N_("letters of Bengali"), "Bengali"),
    NOTO("Cher", N_("letters of Cherokee"), "Cherokee"),
    NOTO("Deva", N_("letters of Devanagari"), "Devanagari"),
    NOTO("Ethi", N_("letters of Ethiopic"), "Ethiopic"),
    NOTO("Geor", N_("letters of Georgian"), "Georgian"),
    NOTO("Gujr", N_("letters of Gujarati"), "Gujarati"),
    NOTO("Guru", N_("letters of Gurmukhi"), "Gurmukhi"),
    NOTO("Hebr", N_("letters of Hebrew"), "Hebrew"),
    NOTO("Khmr", N_("letters of Khmer"), "Khmer"),
    NOTO("Knda", N_("letters of Kannada"), "Kannada"),
    NOTO("Laoo", N_("letters of Lao"), "Lao"),
    NOTO("Mlym", N_("letters of Malayalam"), "Malayalam"),
    NOTO("Mong", N_("letters of Mongolian"), "Mongolian"),
    NOTO("Mymr", N_("letters of Myanmar"), "Myanmar"),
    NOTO("Nkoo", N_("letters of NKo"), "NKo"),
    NOTO("Orya", N_("letters of Oriya"), "Oriya"),
    NOTO("Sinh", N_("letters of Sinhala"), "Sinhala"),
    NOTO("Syrc", N_("letters of Syriac"), "Syriac"),
    NOTO("Taml", N_("letters of Tamil"), "Tamil"),
    NOTO("Telu", N_("letters of Telugu"), "Telugu"),
    NOTO("Tfng", N_("letters of Tifinagh"), "Tifinagh"),
    NOTO("Thaa", N_("letters of Thaana"), "Thaana"),
    NOTO("Thai", N_("letters of Thai"), "Thai"),
    NOTO("Tibt", N_("letters of Tibetan"), "Tibetan"),
    NOTO("Bali", N_("letters of Balinese"), "Balinese"),
    NOTO("Cans", N_("letters of Canadian Aboriginal"), "Canadian Aboriginal"),
    NOTO("Cham", N_("letters of Cham"), "Cham"),
    NOTO("Copt", N_("letters of Coptic"), "Coptic"),
    NOTO("Goth", N_("letters of Gothic"), "Gothic"),
    NOTO("Java", N_("letters of Javanese"), "Javanese"),
    NOTO("Lisu", N_("letters of Lisu"), "Lisu"),
    NOTO("Mtei", N_("letters of Meetei Mayek"), "Meetei Mayek"),
    NOTO("Olck", N_("letters of Ol Chiki"), "Ol Chiki"),
    NOTO("Runr", N_("letters of Runic"), "Runic"),
    NOTO("Sund", N_("letters of Sundanese"), "Sundanese"),
    NOTO("Tale", N_("letters of Tai Le"), "Tai Le"),
    NOTO("Vaii", N_("letters of Vai"), "Vai"),
    NOTO("Yiii", N_("letters of Yi"), "Yi"),
    {"Latn", {N_("Latin letters"), "DejaVu Sans", "fonts-dejavu-core"}},
    {"Grek", {N_("Greek letters"), "DejaVu Sans", "fonts-dejavu-core"}},
    {"Cyrl", {N_("Cyrillic letters"), "DejaVu Sans", "fonts-dejavu-core"}},
    {"", {N_("some signs"), "Noto Sans Symbols", "fonts-noto-core"}},
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
