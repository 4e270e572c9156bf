// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/delegates/modelchoices.h"

#include "catalog/search.h"
#include "jobs/jobtext.h"
#include "look/theme.h"

#include <QHash>
#include <QLocale>
#include <QPainter>
#include <QSet>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using batch::MediaType;
using catalog::Model;

namespace {

constexpr int few = 10;        ///< models that are all listed
constexpr int mostUsed = 6;    ///< of the batch's own
constexpr int mostOfAKind = 5; ///< of images and of videos, where there are many
constexpr int mostFound = 12;

constexpr int margin = 12; ///< px, at both ends of a row
constexpr int gap = 32;    ///< px, between a name and its facts

QStringList modelsOf(const QList<batch::Job> &jobs)
{
    QStringList ids;
    QSet<QString> known;
    for (const batch::Job &job : jobs) {
        if (job.model.isEmpty() || known.contains(job.model))
            continue;
        known.insert(job.model);
        ids.append(job.model);
        if (ids.size() == mostUsed)
            break;
    }
    return ids;
}

/// The models of that kind that most people choose among.
QList<const Model *> usualModels(const catalog::Catalog &catalog, MediaType type)
{
    const auto offered = [type](const Model &model) { return model.listed && model.type == type; };
    const bool all = std::ranges::count_if(catalog.models(), &Model::listed) <= few;
    const catalog::Catalog &shipped = catalog::Catalog::builtIn();
    QList<const Model *> models;
    for (const Model &model : catalog.models()) {
        if (offered(model) && (all || (shipped.find(model.id) && models.size() < mostOfAKind)))
            models.append(&model);
    }
    return models;
}

} // namespace

ModelChoices::Row ModelChoices::modelRow(const Model &model)
{
    QStringList facts{jobtext::price(model), jobtext::typicalTime(model)};
    facts.removeAll(QString());
    return {Kind::Model, model.displayName, model.id, facts.join(u"  ·  "_s), model.profile};
}

/// Two models of one name are told apart by the end of their ids.
void ModelChoices::nameApart(QList<Row> *rows)
{
    QHash<QString, int> count;
    for (const Row &row : std::as_const(*rows))
        ++count[row.text];
    for (Row &row : *rows) {
        if (row.kind == Kind::Model && count.value(row.text) > 1)
            row.text = u"%1 (%2)"_s.arg(row.text, row.id.section(u'/', -1));
    }
}

void ModelChoices::showUsual(const catalog::Catalog &catalog, const QList<batch::Job> &jobs)
{
    QList<Row> rows;
    const QStringList used = modelsOf(jobs);
    if (!used.isEmpty())
        rows.append({Kind::Heading, tr("In this batch"), {}, {}, {}});
    for (const QString &id : used) {
        const Model *model = catalog.find(id);
        rows.append(model ? modelRow(*model) : Row{Kind::Model, id, id, {}, {}});
    }
    const std::pair<MediaType, QString> kinds[] = {{MediaType::Image, tr("Images")},
                                                   {MediaType::Video, tr("Videos")}};
    for (const auto &[type, title] : kinds) {
        QList<Row> others;
        for (const Model *model : usualModels(catalog, type)) {
            if (!used.contains(model->id))
                others.append(modelRow(*model));
        }
        if (!others.isEmpty())
            rows.append({Kind::Heading, title, {}, {}, {}});
        rows += others;
    }
    if (m_endsInAll) {
        const auto listed = std::ranges::count_if(catalog.models(), &Model::listed);
        rows.append({Kind::AllModels, tr("All models…"), {}, QLocale().toString(listed), {}});
    }
    show(rows);
}

void ModelChoices::showFound(const catalog::Catalog &catalog, const QString &words)
{
    catalog::ModelQuery query;
    query.words = words;
    const QStringList found = catalog::search(catalog, query, catalog::ModelOrder::Relevance);
    QList<Row> rows;
    for (const QString &id : found.first(qMin<qsizetype>(found.size(), mostFound)))
        rows.append(modelRow(*catalog.find(id)));
    show(rows);
}

void ModelChoices::setEffect(const QString &words)
{
    m_effect = words;
    const auto row = std::ranges::find(m_rows, Kind::Effect, &Row::kind);
    if (row != m_rows.end())
        row->text = words;
}

void ModelChoices::show(QList<Row> rows)
{
    nameApart(&rows);
    if (!m_effect.isEmpty() && !rows.isEmpty()) {
        const bool endsInAll = rows.constLast().kind == Kind::AllModels;
        rows.insert(rows.size() - endsInAll, {Kind::Effect, m_effect, {}, {}, {}});
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ModelChoices::rowOf(const QString &modelId) const
{
    const auto found = std::ranges::find(m_rows, modelId, &Row::id);
    return modelId.isEmpty() || found == m_rows.end() ? -1
                                                      : static_cast<int>(found - m_rows.begin());
}

int ModelChoices::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ModelChoices::data(const QModelIndex &index, int role) const
{
    // A combo box without a choice asks for the data of no index.
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return row.text;
    case Qt::ToolTipRole: {
        QStringList lines{row.details, row.id};
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole:
        return row.facts.isEmpty() ? row.text : u"%1, %2"_s.arg(row.text, row.facts);
    case ModelIdRole:
        return row.id;
    case KindRole:
        return static_cast<int>(row.kind);
    case FactsRole:
        return row.facts;
    default:
        return {};
    }
}

Qt::ItemFlags ModelChoices::flags(const QModelIndex &index) const
{
    const auto isSaid = [](Kind kind) { return kind == Kind::Heading || kind == Kind::Effect; };
    if (!index.isValid() || isSaid(m_rows.at(index.row()).kind))
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QSize ModelChoiceDelegate::sizeHint(const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    QFont bold = option.font;
    bold.setBold(true);
    const int width = QFontMetrics(bold).horizontalAdvance(index.data().toString())
        + option.fontMetrics.horizontalAdvance(index.data(ModelChoices::FactsRole).toString());
    return {width + gap + 2 * margin, option.fontMetrics.lineSpacing() + 12};
}

void ModelChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const auto kind = static_cast<ModelChoices::Kind>(index.data(ModelChoices::KindRole).toInt());
    const bool heading = kind == ModelChoices::Kind::Heading;
    const bool effect = kind == ModelChoices::Kind::Effect;
    painter->save();
    if (!heading && !effect && (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)))
        painter->fillRect(option.rect, option.palette.highlight());
    if (kind == ModelChoices::Kind::AllModels || effect)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)),
                          theme.border);
    const QRect rect = option.rect.adjusted(margin, 0, -margin, 0);
    const QString facts = index.data(ModelChoices::FactsRole).toString();
    QFont font = option.font;
    font.setBold(heading);
    painter->setFont(font);
    // What can't be chosen is there to be read all the same.
    painter->setPen(heading ? theme.mutedText
                            : option.palette.color(QPalette::Active, QPalette::Text));
    const QFontMetrics metrics = painter->fontMetrics();
    const int room =
        rect.width() - (facts.isEmpty() ? 0 : metrics.horizontalAdvance(facts) + gap / 2);
    painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(index.data().toString(), Qt::ElideMiddle, room));
    painter->setPen(theme.mutedText);
    painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, facts);
    painter->restore();
}

} // namespace ui
