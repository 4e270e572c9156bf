// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/shared/sharedvalues.h"

#include "inspector/fields/field.h"
#include "inspector/fields/values/growingtextedit.h"
#include "inspector/variations/namedrows.h"
#include "inspector/variations/variablesedit.h"
#include "jobs/delegates/modeleditor.h"
#include "jobs/jobtext.h"
#include "look/tonelabel.h"
#include "session/document/batchdocument.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;
using batch::Job;
using batch::JobDefaults;
using batch::MediaType;

namespace {

QString numberText(std::optional<double> number)
{
    return number ? valueText(*number) : QString();
}

QString numberText(std::optional<int> number)
{
    return number ? QString::number(*number) : QString();
}

} // namespace

SharedValues::SharedValues(BatchDocument *document, bool folds, QWidget *parent)
    : InspectorCard(tr("For all jobs"), folds, parent)
    , m_document(document)
    , m_variables(new VariablesEdit)
    , m_addVariable(new QPushButton(tr("Add a variable…")))
    , m_type(new QComboBox)
    , m_prompt(new GrowingTextEdit(2, 8))
    , m_further(new ToneLabel(Tone::Muted))
{
    makeRows();
    connectEdits();
    for (const auto signal : {&BatchDocument::allChanged, &BatchDocument::catalogChanged})
        connect(document, signal, this, &SharedValues::refresh);
    connect(document, &BatchDocument::wasReset, this, [this] {
        forgetTyped();
        refresh();
    });
    refresh();
}

QLineEdit *SharedValues::addLine(QFormLayout *form, const QString &title, const QString &hint)
{
    auto *line = new QLineEdit;
    line->setAccessibleName(title);
    line->setPlaceholderText(hint);
    line->setMinimumWidth(60);
    line->installEventFilter(this);
    m_lines.append(line);
    form->addRow(title, line);
    return line;
}

void SharedValues::makeRows()
{
    rows()->setSpacing(8);
    auto *help = new ToneLabel(Tone::Muted);
    help->say(tr("Variables stand in every job's texts in braces, such as {product}. The values "
                 "below hold for the jobs that don't say them themselves."));
    rows()->addWidget(help);
    rows()->addWidget(m_variables);
    m_addVariable->setAutoDefault(false);
    m_addVariable->setAccessibleName(m_addVariable->text());
    auto *add = new QHBoxLayout;
    add->addWidget(m_addVariable);
    add->addStretch(1);
    rows()->addLayout(add);
    rows()->addSpacing(8);

    m_type->setAccessibleName(tr("Type"));
    m_type->addItem(tr("Not said"));
    for (const MediaType type : {MediaType::Image, MediaType::Video})
        m_type->addItem(jobtext::type(type), static_cast<int>(type));
    m_type->installEventFilter(this);
    m_model = new ModelEditor(m_document, nullptr);
    // The browser of all is for jobs; here typing leads to every model.
    m_model->setLeadsToAll(false);
    m_model->lineEdit()->setPlaceholderText(tr("Not said"));
    m_model->setMinimumContentsLength(8);
    m_model->setMinimumWidth(60);
    m_model->installEventFilter(this);
    m_model->lineEdit()->installEventFilter(this);
    m_prompt->setAccessibleName(tr("Prompt"));
    m_prompt->setPlaceholderText(tr("Not said"));
    m_prompt->installEventFilter(this);

    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 4, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Type"), m_type);
    form->addRow(tr("Model"), m_model);
    form->addRow(tr("Prompt"), m_prompt);
    m_width = addLine(form, tr("Width"), tr("Not said"));
    m_height = addLine(form, tr("Height"), tr("Not said"));
    m_ratio = addLine(form, tr("Aspect ratio"), tr("Not said"));
    m_length = addLine(form, tr("Length"), tr("Not said"));
    m_resolution = addLine(form, tr("Resolution"), tr("Not said"));
    rows()->addLayout(form);
    rows()->addWidget(m_further);
}

void SharedValues::connectEdits()
{
    connect(m_addVariable, &QPushButton::clicked, m_variables, &VariablesEdit::addRow);
    connect(m_variables, &VariablesEdit::edited, this,
            [this](const batch::Variables &variables, const QString &text) {
                change([&variables](Premises *premises) { premises->vars = variables; }, text);
            });
    connect(m_type, &QComboBox::activated, this, &SharedValues::takeType);
    connect(m_model, &ModelEditor::chosen, this, &SharedValues::takeModel);
    connect(m_model->lineEdit(), &QLineEdit::editingFinished, this, &SharedValues::takeModel);
    connect(m_prompt, &GrowingTextEdit::edited, this, [this] { m_promptIsTyped = true; });
    const QString size = tr("Change the default size");
    connect(m_width, &QLineEdit::editingFinished, this,
            [this, size] { takeNumber(m_width, &Job::width, size); });
    connect(m_height, &QLineEdit::editingFinished, this,
            [this, size] { takeNumber(m_height, &Job::height, size); });
    connect(m_ratio, &QLineEdit::editingFinished, this,
            [this, size] { takeText(m_ratio, &Job::aspectRatio, size); });
    connect(m_length, &QLineEdit::editingFinished, this, &SharedValues::takeLength);
    connect(m_resolution, &QLineEdit::editingFinished, this, [this] {
        takeText(m_resolution, &Job::resolution, tr("Change the default resolution"));
    });
}

void SharedValues::refresh()
{
    const Premises premises = Premises::of(m_document->source());
    const JobDefaults &all = premises.defaults.all;
    m_variables->setVariables(premises.vars);
    m_type->setCurrentIndex(all.saysType ? m_type->findData(static_cast<int>(all.job.type)) : 0);
    m_model->updateChoices();
    if (!m_model->isTouched() && m_model->modelId() != all.job.model)
        m_model->setModelId(all.job.model);
    if (!m_promptIsTyped)
        m_prompt->setText(all.job.prompt);
    showUntyped(m_width, numberText(all.job.width));
    showUntyped(m_height, numberText(all.job.height));
    showUntyped(m_ratio, all.job.aspectRatio.value_or(QString()));
    showUntyped(m_length, numberText(all.job.duration));
    showUntyped(m_resolution, all.job.resolution.value_or(QString()));

    QStringList further;
    if (!premises.defaults.image.isEmpty() || !premises.defaults.video.isEmpty())
        further.append(tr("The file has further values for images or videos alone; they win over "
                          "these, and stay as they are."));
    if (!premises.include.isEmpty()) {
        further.append(tr("Included: %1. What is said here wins over what they say.")
                           .arg(premises.include.join(u", "_s)));
    }
    m_further->say(further.join(u'\n'));
}

void SharedValues::change(const Change &change, const QString &text)
{
    const Premises before = Premises::of(m_document->source());
    Premises after = before;
    change(&after);
    if (!(after == before))
        m_document->changePremises(after, text);
    refresh();
}

void SharedValues::forgetTyped()
{
    m_variables->forget();
    for (QLineEdit *line : std::as_const(m_lines))
        line->setModified(false);
    m_model->setModelId(m_model->modelId());
    m_promptIsTyped = false;
}

} // namespace ui
