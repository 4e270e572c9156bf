// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/cards/templatecard.h"

#include "jobs/jobtext.h"
#include "look/icons.h"
#include "look/mutedlabel.h"
#include "look/painting.h"
#include "sheets/cards/chiplayout.h"
#include "sheets/modelfield.h"

#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStyleOption>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;
using batch::MediaType;

namespace {

constexpr int promptLines = 3;
constexpr qsizetype mostChips = 12; ///< others can be typed

/// Prose on the same ground and in the same outline as the fields of one line.
class ProseEdit : public QPlainTextEdit
{
public:
    ProseEdit()
    {
        setTabChangesFocus(true);
        document()->setDocumentMargin(6);
        viewport()->setAutoFillBackground(false);
        setViewportMargins(0, 0, 6, 0); // a placeholder would go on to the edge
        setFixedHeight(promptLines * fontMetrics().lineSpacing() + 2 * frameWidth() + 14);
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return QPlainTextEdit::event(event);
        QStyleOption option;
        option.initFrom(this);
        QPainter painter(this);
        painting::field(&painter, &option, rect());
        return true;
    }
};

MutedLabel *nameOf(QWidget *field, const QString &name)
{
    auto *label = new MutedLabel(name);
    label->setBuddy(field);
    field->setAccessibleName(name);
    return label;
}

} // namespace

TemplateCard::TemplateCard(const catalog::Catalog &catalog, const QList<batch::Job> &jobs,
                           QWidget *parent)
    : Card(tr("What all rows share"), parent)
    , m_catalog(catalog)
    , m_type(new QComboBox)
    , m_model(new ModelField(catalog, jobs))
    , m_prompt(new ProseEdit)
    , m_name(new QLineEdit)
    , m_chips(new QWidget)
    , m_lastText(m_prompt)
{
    for (const MediaType type : {MediaType::Image, MediaType::Video}) {
        m_type->addItem(icon(type == MediaType::Image ? u"image"_s : u"film"_s, Tone::Muted),
                        jobtext::type(type), int(type));
    }
    layOut();
    for (QWidget *text : std::initializer_list<QWidget *>{m_prompt, m_name})
        text->installEventFilter(this);
    connect(m_type, &QComboBox::activated, this, &TemplateCard::takeType);
    connect(m_model, &ModelField::modelChosen, this, &TemplateCard::takeModel);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, &TemplateCard::changed);
    connect(m_name, &QLineEdit::textChanged, this, &TemplateCard::changed);
}

void TemplateCard::layOut()
{
    m_chips->setAccessibleName(tr("Variables"));
    new ChipLayout(m_chips);
    QSizePolicy flowing(QSizePolicy::Preferred, QSizePolicy::Preferred);
    flowing.setHeightForWidth(true);
    m_chips->setSizePolicy(flowing);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(nameOf(m_type, tr("Type")), 0, 0);
    grid->addWidget(nameOf(m_model, tr("Model")), 0, 1);
    grid->addWidget(m_type, 1, 0);
    grid->addWidget(m_model, 1, 1);
    rows()->addLayout(grid);
    rows()->addWidget(nameOf(m_prompt, tr("Prompt")));
    rows()->addWidget(m_prompt);
    rows()->addWidget(m_chips);
    rows()->addWidget(nameOf(m_name, tr("Name")));
    rows()->addWidget(m_name);
    rows()->setSpacing(6);
}

void TemplateCard::setValues(const RowTemplate &values)
{
    const QSignalBlocker blocker(this);
    m_type->setCurrentIndex(m_type->findData(int(values.type)));
    m_model->setModelId(values.model.isEmpty() ? usualModel(values.type) : values.model);
    m_prompt->setPlainText(values.prompt);
    m_name->setText(values.name);
}

void TemplateCard::setName(const QString &name)
{
    const QSignalBlocker blocker(this);
    m_name->setText(name);
}

RowTemplate TemplateCard::values() const
{
    return {.type = static_cast<MediaType>(m_type->currentData().toInt()),
            .model = m_model->modelId(),
            .prompt = m_prompt->toPlainText().trimmed(),
            .name = m_name->text().simplified()};
}

void TemplateCard::offer(const QStringList &variables)
{
    const QStringList offered = variables.mid(0, mostChips);
    if (offered == m_offered)
        return;
    m_offered = offered;
    while (QLayoutItem *item = m_chips->layout()->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString &variable : offered) {
        auto *chip = new QToolButton(m_chips);
        const QString text = u'{' + variable + u'}';
        chip->setText(text);
        chip->setToolTip(tr("Put %1 into the text").arg(text));
        chip->setAccessibleName(chip->toolTip());
        chip->setFocusPolicy(Qt::TabFocus); // a click leaves the cursor in the text
        connect(chip, &QToolButton::clicked, this, [this, text] { insert(text); });
        m_chips->layout()->addWidget(chip);
        chip->show();
    }
    m_chips->setVisible(!offered.isEmpty());
    m_chips->updateGeometry();
}

void TemplateCard::setPlaceholders(const QString &prompt, const QString &name)
{
    m_prompt->setPlaceholderText(prompt);
    m_name->setPlaceholderText(name);
}

bool TemplateCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        m_lastText = qobject_cast<QWidget *>(watched);
    return Card::eventFilter(watched, event);
}

void TemplateCard::insert(const QString &variable)
{
    if (m_lastText == m_name)
        m_name->insert(variable);
    else
        m_prompt->insertPlainText(variable);
    if (m_lastText)
        m_lastText->setFocus();
}

void TemplateCard::takeType()
{
    const auto type = static_cast<MediaType>(m_type->currentData().toInt());
    const catalog::Model *model = m_catalog.find(m_model->modelId());
    if (!model || model->type != type)
        m_model->setModelId(usualModel(type));
    emit changed();
}

void TemplateCard::takeModel(const QString &id)
{
    if (const catalog::Model *model = m_catalog.find(id))
        m_type->setCurrentIndex(m_type->findData(int(model->type)));
    emit changed();
}

QString TemplateCard::usualModel(MediaType type) const
{
    const auto kind = type == MediaType::Image ? catalog::ModelKind::TextToImage
                                               : catalog::ModelKind::TextToVideo;
    const auto first = [kind](const catalog::Catalog &catalog, const catalog::Catalog &among) {
        const QList<catalog::Model> &models = catalog.models();
        const auto found = std::ranges::find_if(models, [&](const catalog::Model &model) {
            return model.kind == kind && model.listed && among.find(model.id);
        });
        return found == models.end() ? QString() : found->id;
    };
    const QString shipped = first(m_catalog, catalog::Catalog::builtIn());
    return shipped.isEmpty() ? first(m_catalog, m_catalog) : shipped;
}

} // namespace ui
