/* digest_test.c - SHA-256, against the examples of FIPS 180-4.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/digest.h"

static void
assert_digest(const char *bytes, size_t size, const char *expected)
{
    char hex[DIGEST_SIZE];

    assert_true(digest_of(bytes, size, hex));
    assert_string_equal(hex, expected);
}

/* NIST, Cryptographic Standards and Guidelines, Examples with Intermediate
 * Values: SHA-256; the empty one agrees with coreutils' sha256sum. */
static void
test_the_published_examples_come_out(void **state)
{
    static const char long_one[] =
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    (void)state;
    assert_digest("abc", 3,
                  "ba7816bf8f01cfea414140de5dae2223"
                  "b00361a396177a9cb410ff61f20015ad");
    assert_digest(long_one, strlen(long_one),
                  "248d6a61d20638b8e5c026930c3e6039"
                  "a33ce45964ff2167f6ecedd419db06c1");
    assert_digest("", 0,
                  "e3b0c44298fc1c149afbf4c8996fb924"
                  "27ae41e4649b934ca495991b7852b855");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_published_examples_come_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
