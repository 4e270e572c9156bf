// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes a recipe into a copy of a file and says the peak of the memory that it took, in MB: for a
// test that must not share a process with what it measures.
//
//     writerecipe FROM TO
#include "media/recipefiles.h"

#include <QTextStream>

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    const auto place =
        media::writeRecipe(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2]),
                           recipeWith(QStringLiteral("月亮")));
    QTextStream(stdout) << peakMegabytes() << '\n';
    return place && *place == media::RecipePlace::InFile ? 0 : 1;
}
