// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/schemawords.h"

#include <QCoreApplication>

namespace catalog {

namespace {

/// The titles and descriptions of resources/catalog.json, for the translators: a test fails where
/// one is missing.
[[maybe_unused]] constexpr const char *words[] = {
    QT_TRANSLATE_NOOP("catalog::Schema", "Aspect ratio"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Colours"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Duration"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Expand the prompt"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Fast"),
    QT_TRANSLATE_NOOP("catalog::Schema", "File format"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Height"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Image"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Images"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Last image"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Mask"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Movement"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Negative prompt"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Number of images"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Prompt"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Prompt strength"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Reference images"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Reference sounds"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Reference videos"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Resolution"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Return the last frame"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Safety check"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Safety tolerance"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Search the web"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Seed"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Shots"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Size"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Sound"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Steps"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Strength"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Think first"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Video"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Watermark"),
    QT_TRANSLATE_NOOP("catalog::Schema", "Width"),
    QT_TRANSLATE_NOOP("catalog::Schema", "0 lets the least through, 5 the most."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Address of a sound to go with the video."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Address of the picture that the video starts from."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Address of the video to start from."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Colours that are to prevail."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Deliver the last frame as a picture, too."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Height of the image in pixels."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Height of the picture."),
    QT_TRANSLATE_NOOP("catalog::Schema", "How closely the result keeps to the prompt."),
    QT_TRANSLATE_NOOP("catalog::Schema", "How closely the video keeps to the prompt."),
    QT_TRANSLATE_NOOP("catalog::Schema",
                      "How far the result may leave the picture that it starts from."),
    QT_TRANSLATE_NOOP("catalog::Schema", "How fine the picture is."),
    QT_TRANSLATE_NOOP("catalog::Schema", "How fine the result is."),
    QT_TRANSLATE_NOOP("catalog::Schema", "How many to make; each is charged."),
    QT_TRANSLATE_NOOP("catalog::Schema", "How much things move."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Length of the video in seconds."),
    QT_TRANSLATE_NOOP("catalog::Schema",
                      "Length of the video in seconds; -1 lets the model choose."),
    QT_TRANSLATE_NOOP("catalog::Schema",
                      "Length of the video in seconds; 0 keeps that of the source."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Let the model add detail to the prompt."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Look over the result before it is delivered."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Look up what the prompt speaks of."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Make sound as well."),
    QT_TRANSLATE_NOOP("catalog::Schema", "More steps take longer and may show more detail."),
    QT_TRANSLATE_NOOP("catalog::Schema", "One take, or several with cuts."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Pictures of whom or what is to appear."),
    QT_TRANSLATE_NOOP("catalog::Schema",
                      "Plan the picture before it is drawn: slower, and truer to the prompt."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Put a mark into the picture."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Quicker, at some cost in quality."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Sounds to go with the video, 2 to 15 s each."),
    QT_TRANSLATE_NOOP("catalog::Schema", "The picture that the video ends on."),
    QT_TRANSLATE_NOOP("catalog::Schema",
                      "The picture to start from: an address, or its content in Base64."),
    QT_TRANSLATE_NOOP("catalog::Schema", "The pictures to work on."),
    QT_TRANSLATE_NOOP("catalog::Schema", "The same seed and request give the same result."),
    QT_TRANSLATE_NOOP("catalog::Schema",
                      "The same seed and request give the same result; -1 draws one."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Videos whose motion or look is to be taken up."),
    QT_TRANSLATE_NOOP("catalog::Schema", "What is not to be seen."),
    QT_TRANSLATE_NOOP("catalog::Schema", "What kind of file the result is."),
    QT_TRANSLATE_NOOP("catalog::Schema", "What to make, in words."),
    QT_TRANSLATE_NOOP("catalog::Schema", "White where the picture may change."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Width and height in pixels, 1472 to 4096 each."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Width and height in pixels, 256 to 2048 each."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Width and height of the result."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Width of the image in pixels."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Width to height."),
    QT_TRANSLATE_NOOP("catalog::Schema", "Width to height; \"adaptive\" lets the model choose."),
};

} // namespace

QString inInterfaceLanguage(const QString &schemaText)
{
    if (schemaText.isEmpty())
        return {};
    return QCoreApplication::translate("catalog::Schema", schemaText.toUtf8().constData());
}

} // namespace catalog
