// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/recipe/mp4items.h"

#include "media/filestructure.h"
#include "media/recipe/isoboxes.h"
#include "media/recipe/mp4offsets.h"

#include <QHash>

#include <functional>

using namespace Qt::StringLiterals;

namespace media {

namespace {

constexpr qint64 largestIndex = 64 << 20; // of hours of video
constexpr auto freeForm = "----"_L1;
const QByteArray comment("\xA9"
                         "cmt");
const QByteArray description = "desc"_ba;
const QByteArray promptName = "prompt"_ba;
const QByteArray documentName = "rushes"_ba;
const QByteArray meaning = "com.apple.iTunes"_ba; // what all readers of such items look for
const QByteArray noFlags(4, '\0');                // and version 0
/// C2PA: the makers' seal.
const QByteArray sealId = QByteArray::fromHex("d8fec3d61b0e483c92975828877ec481");

using Editing = std::function<std::optional<QByteArray>(QByteArrayView)>;

/// The boxes of that content with the first of that type edited, or with one more at their end.
std::optional<QByteArray> withBox(QByteArrayView content, QByteArrayView type, const Editing &edit)
{
    const auto boxes = boxesOf(content);
    if (!boxes)
        return {};
    const Box *box = find(*boxes, type);
    const qint64 at = box ? box->at : boxes->isEmpty() ? 0 : boxes->last().end();
    const auto edited = edit(box ? contentOf(content, *box) : QByteArrayView());
    if (!edited)
        return {};
    return content.first(at).toByteArray() + boxOf(type, *edited)
        + content.sliced(box ? box->end() : at).toByteArray();
}

struct Item
{
    QByteArray name; ///< of a free-form one
    QByteArray text;
};

Item itemIn(QByteArrayView content)
{
    Item item;
    const auto boxes = boxesOf(content);
    if (!boxes)
        return item;
    if (const Box *name = find(*boxes, "name"); name && contentOf(content, *name).size() > 4)
        item.name = contentOf(content, *name).sliced(4).toByteArray();
    if (const Box *data = find(*boxes, "data"); data && contentOf(content, *data).size() > 8)
        item.text = contentOf(content, *data).sliced(8).toByteArray(); // after its kind and locale
    return item;
}

QByteArray dataOf(const QByteArray &text)
{
    constexpr quint32 utf8 = 1;
    return boxOf("data", bigEndian(utf8) + QByteArray(4, '\0') + text);
}

QByteArray freeFormItem(const QByteArray &name, const QByteArray &text)
{
    return boxOf(freeForm,
                 boxOf("mean", noFlags + meaning) + boxOf("name", noFlags + name) + dataOf(text));
}

/// What players show; ours is the first that is free.
bool isShown(const Box &box)
{
    return box.type == comment || box.type == description;
}

/// Without what is ours: where the list holds a recipe, its prompt and where that is shown, too.
/// `taken`: what is not ours of what players show.
std::optional<QByteArray> withoutRecipe(QByteArrayView list, QList<QByteArray> &taken)
{
    const auto boxes = boxesOf(list);
    if (!boxes)
        return {};
    QHash<QByteArray, QByteArray> named;
    for (const Box &box : *boxes) {
        const Item item = itemIn(contentOf(list, box));
        if (box.type == freeForm)
            named.insert(item.name, item.text);
    }
    const bool hasRecipe = named.contains(documentName);
    QByteArray kept;
    for (const Box &box : *boxes) {
        const Item item = itemIn(contentOf(list, box));
        const bool isNamed =
            box.type == freeForm && (item.name == promptName || item.name == documentName);
        if (hasRecipe && (isNamed || (isShown(box) && item.text == named.value(promptName))))
            continue;
        if (isShown(box))
            taken.append(box.type);
        kept += list.sliced(box.at, box.size).toByteArray();
    }
    return kept;
}

std::optional<QByteArray> listWithRecipe(QByteArrayView list, const RecipeText &recipe)
{
    QList<QByteArray> taken;
    auto items = withoutRecipe(list, taken);
    if (!items)
        return {};
    for (const QByteArray &type : {comment, description}) {
        if (taken.contains(type))
            continue;
        *items += boxOf(type, dataOf(recipe.prompt));
        break;
    }
    return *items + freeFormItem(promptName, recipe.prompt)
        + freeFormItem(documentName, recipe.document);
}

/// QuickTime's own `meta` has no version and flags before its boxes.
qint64 boxesInMeta(QByteArrayView meta)
{
    return meta.size() >= 8 && meta.sliced(4, 4) == "hdlr"_ba ? 0 : 4;
}

bool isItemHandler(QByteArrayView handler)
{
    return handler.size() >= 12 && handler.sliced(8, 4) == "mdir"_ba;
}

std::optional<QByteArray> metaWithRecipe(QByteArrayView meta, const RecipeText &recipe)
{
    static const QByteArray handler =
        boxOf("hdlr", noFlags + QByteArray(4, '\0') + "mdirappl" + QByteArray(9, '\0'));
    const QByteArray content = meta.isEmpty() ? noFlags + handler : meta.toByteArray();
    const qint64 head = boxesInMeta(content);
    if (content.size() < head)
        return {};
    const QByteArrayView inner = QByteArrayView(content).sliced(head);
    const auto boxes = boxesOf(inner);
    const Box *kind = boxes ? find(*boxes, "hdlr") : nullptr;
    if (!kind || !isItemHandler(contentOf(inner, *kind)))
        return {};
    const auto edited =
        withBox(inner, "ilst", [&](QByteArrayView list) { return listWithRecipe(list, recipe); });
    return edited ? std::optional(content.first(head) + *edited) : std::nullopt;
}

std::optional<QByteArray> indexWithRecipe(QByteArrayView index, const RecipeText &recipe)
{
    return withBox(index, "udta", [&](QByteArrayView data) {
        return withBox(data, "meta",
                       [&](QByteArrayView meta) { return metaWithRecipe(meta, recipe); });
    });
}

bool isSealed(QFile &file, const QList<Box> &boxes)
{
    for (const Box &box : boxes) {
        if (box.type == "uuid" && bytesAt(file, box.contentAt(), sealId.size()) == sealId)
            return true;
    }
    return false;
}

/// The content of the one box of that path, as far as it is there.
QByteArrayView descend(QByteArrayView content, std::initializer_list<const char *> path)
{
    for (const char *type : path) {
        const auto boxes = boxesOf(content);
        const Box *box = boxes ? find(*boxes, type) : nullptr;
        if (!box)
            return {};
        content = contentOf(content, *box);
        if (box->type == "meta")
            content = content.sliced(qMin(boxesInMeta(content), content.size()));
    }
    return content;
}

} // namespace

tl::expected<Splices, QString> mp4Splices(QFile &file, const RecipeText &recipe)
{
    const auto boxes = boxesOf(file);
    const Box *index = boxes ? find(*boxes, "moov") : nullptr;
    if (!index)
        return damaged();
    if (index->size > largestIndex || isSealed(file, *boxes))
        return Splices();
    const auto content = bytesAt(file, index->contentAt(), index->size - index->headSize);
    if (!content)
        return damaged();
    auto edited = indexWithRecipe(*content, recipe);
    if (!edited)
        return Splices();
    const Shift shift{*index, 8 + edited->size() - index->size};
    auto outside = shiftOffsets(file, *boxes, shift);
    if (!outside || !shiftOffsets(*edited, shift))
        return Splices();
    outside->append({index->at, index->size, boxOf("moov", *edited)});
    return outside;
}

FoundTexts mp4Texts(QFile &file)
{
    FoundTexts found;
    const auto boxes = boxesOf(file);
    const Box *index = boxes ? find(*boxes, "moov") : nullptr;
    if (!index || index->size > largestIndex)
        return found;
    const auto content = bytesAt(file, index->contentAt(), index->size - index->headSize);
    if (!content)
        return found;
    const QByteArrayView list = descend(*content, {"udta", "meta", "ilst"});
    const auto items = boxesOf(list);
    for (const Box &box : items.value_or(QList<Box>())) {
        const Item item = box.type == freeForm ? itemIn(contentOf(list, box)) : Item();
        if (item.name == documentName && item.text.size() <= mostRecipeBytes)
            found.document = item.text;
    }
    return found;
}

} // namespace media
