#!/usr/bin/perl
# columns.pl - writes src/base/columns.h from the Unicode data that perl knows:
#     perl build-aux/columns.pl > src/base/columns.h
#
# Wide: East_Asian_Width Wide or Fullwidth, which holds the emoji that are
# drawn as pictures. None: controls, combining marks, format characters that
# are not drawn, line and paragraph separators, and the vowels and final
# consonants of Hangul that join the syllable before them.
#
# SPDX-License-Identifier: GPL-3.0-or-later
use strict;
use warnings;
use Unicode::UCD;

my $none = qr/[\p{Mn}\p{Me}\p{Cc}\p{Cf}\p{Zl}\p{Zp}\x{1160}-\x{11FF}
               \x{D7B0}-\x{D7FB}]/x;
my $drawn = qr/[\x{AD}\p{Prepended_Concatenation_Mark}]/;
my $wide = qr/[\p{East_Asian_Width=W}\p{East_Asian_Width=F}]/;

sub has_no_width {
    my ($char) = @_;
    return $char =~ $none && $char !~ $drawn;
}

sub is_wide {
    my ($char) = @_;
    return $char =~ $wide && !has_no_width($char);
}

sub ranges {
    my ($test) = @_;
    my @found;

    for my $code (0 .. 0x10FFFF) {
        next if $code >= 0xD800 && $code <= 0xDFFF;
        no warnings 'utf8';
        next unless $test->(chr $code);
        if (@found && $found[-1][1] == $code - 1) {
            $found[-1][1] = $code;
        } else {
            push @found, [$code, $code];
        }
    }
    return @found;
}

sub print_table {
    my ($name, @ranges) = @_;
    my $line = '   ';

    print "\nstatic const struct range $name\[] = {\n";
    for (@ranges) {
        my $cell = sprintf ' {0x%04x, 0x%04x},', @$_;
        if (length($line . $cell) > 80) {
            print "$line\n";
            $line = '   ';
        }
        $line .= $cell;
    }
    print "$line\n};\n";
}

my $version = Unicode::UCD::UnicodeVersion();
print <<"END";
/* columns.h - how wide characters are, from Unicode $version. Written by
 * build-aux/columns.pl; change that, not this.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_COLUMNS_H
#define BASE_COLUMNS_H

#include <stdint.h>

struct range {
    uint32_t first, last;
};
END
print "\n/* clang-format off */\n/* Two columns. */";
print_table('wide', ranges(\&is_wide));
print "\n/* No column. */";
print_table('none', ranges(\&has_no_width));
print "\n#endif\n";
