// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/studio/palette.h"

#include <cmath>
#include <iterator>

namespace sandbox {

namespace {

constexpr Palette palettes[] = {
    {0xff1b1035, 0xff7a2f6f, 0xfff2a65a, 0xffffe3b3, 0xff8a4272, 0xff170a26},
    {0xff061a3a, 0xff0f5e8c, 0xff9fe0d8, 0xfff7fff2, 0xff2c7c95, 0xff031625},
    {0xff0d2b2a, 0xff2f6f5e, 0xffe9dca4, 0xfffff6cf, 0xff4d8b74, 0xff081c1b},
    {0xff3a1c4a, 0xffc8553d, 0xffffcf96, 0xfffff0d2, 0xffb5523f, 0xff2b0f26},
    {0xff050b1f, 0xff123a5c, 0xff3fb8a2, 0xffd8fff0, 0xff1d5a68, 0xff030914},
    {0xff2a1a4a, 0xffb0557f, 0xffffd1bd, 0xfffff4ea, 0xff9a4f80, 0xff1c1034},
    {0xff22314a, 0xff6986a3, 0xfff5e6d3, 0xffffffff, 0xff6f8aa3, 0xff131d2d},
    {0xff12082e, 0xff4b2a8c, 0xffe58bd0, 0xffffe6fb, 0xff5a3494, 0xff0b0520},
};

} // namespace

const Palette &anyPalette(Chance &chance)
{
    return palettes[chance.below(static_cast<int>(std::size(palettes)))];
}

QColor mix(QRgb from, QRgb to, double share)
{
    const auto channel = [share](int a, int b) {
        return static_cast<int>(std::lround(a + (b - a) * share));
    };
    return QColor(channel(qRed(from), qRed(to)), channel(qGreen(from), qGreen(to)),
                  channel(qBlue(from), qBlue(to)));
}

} // namespace sandbox
