// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/details/parameterlist.h"

#include "catalog/schemawords.h"
#include "look/theme.h"
#include "models/modeltext.h"

#include <QEvent>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// The description's first sentence or so: the list is to be taken in at a glance.
QString shortened(const QString &description)
{
    constexpr int most = 140;
    const QString text = description.simplified();
    if (text.size() <= most)
        return text;
    const qsizetype space = text.lastIndexOf(u' ', most - 1);
    return text.left(space > most / 2 ? space : most - 1) + u'…';
}

QString row(const catalog::Parameter &parameter, const Theme &theme)
{
    const QString muted = theme.mutedText.name();
    QString name =
        u"<b>%1</b>"_s.arg(catalog::inInterfaceLanguage(parameter.title).toHtmlEscaped());
    if (parameter.required)
        name += u" <span style='color:%1'>%2</span>"_s.arg(
            theme.accent.name(), ParameterList::tr("required").toHtmlEscaped());
    name += u"<br><span style='color:%1'>%2</span>"_s.arg(muted, parameter.name.toHtmlEscaped());
    QString facts = modeltext::limits(parameter).toHtmlEscaped();
    const QString description = shortened(catalog::inInterfaceLanguage(parameter.description));
    if (!description.isEmpty())
        facts += u"<br><span style='color:%1'>%2</span>"_s.arg(muted, description.toHtmlEscaped());
    return u"<tr><td width='36%' style='border-top:1px solid %1; padding:6px 12px 6px 0'>%2</td>"
           "<td style='border-top:1px solid %1; padding:6px 0'>%3</td></tr>"_s.arg(
               theme.border.name(), name, facts);
}

} // namespace

ParameterList::ParameterList(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void ParameterList::showParameters(const QList<catalog::Parameter> &parameters)
{
    m_parameters = parameters;
    QStringList spoken;
    for (const catalog::Parameter &parameter : parameters) {
        const QString title = catalog::inInterfaceLanguage(parameter.title);
        const QString limits = modeltext::limits(parameter);
        spoken.append(parameter.required
                          ? tr("%1, required: %2").arg(title, limits)
                          : tr("%1: %2", "parameter, what it may be").arg(title, limits));
    }
    setAccessibleName(spoken.join(u"; "_s));
    write();
}

void ParameterList::write()
{
    const Theme &theme = Theme::of(palette());
    QString rows;
    for (const catalog::Parameter &parameter : m_parameters)
        rows += row(parameter, theme);
    setText(rows.isEmpty() ? QString()
                           : u"<table width='100%' cellspacing='0' "
                             "style='border-collapse:collapse'>%1</table>"_s.arg(rows));
}

void ParameterList::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        write();
}

} // namespace ui
