// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/writing/filetree.h"

#include "config/reading/filetext.h"
#include "config/reading/tree/jsontree.h"
#include "config/reading/tree/yamltree.h"

namespace config {

QByteArray bodyOf(const BatchFile &file)
{
    return file.text.mid(byteOrderMarkSize(file.text));
}

Tree treeOf(const QByteArray &body, Format format)
{
    return (format == Format::Json ? parseJson(body) : parseYaml(body)).value_or(Tree{});
}

Tree treeOf(const BatchFile &file)
{
    return treeOf(bodyOf(file), file.format);
}

} // namespace config
