// SPDX-License-Identifier: GPL-3.0-or-later
#include "held/helddetails.h"

#include "held/heldmodel.h"
#include "look/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString valueText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.toVariant().toString();
}

QLabel *newLabel()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setAccessibleName(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

QString requestText(const QJsonObject &request)
{
    QStringList lines;
    const QString prompt = request.value("prompt"_L1).toString();
    if (!prompt.isEmpty())
        lines << prompt << QString();
    for (auto it = request.begin(); it != request.end(); ++it) {
        if (it.key() != "prompt"_L1)
            lines.append(u"%1: %2"_s.arg(it.key(), valueText(it.value())));
    }
    return lines.join(u'\n');
}

HeldDetails::HeldDetails(QWidget *parent)
    : QWidget(parent)
    , m_title(newLabel())
    , m_why(newLabel())
    , m_facts(newLabel())
    , m_edited(newLabel())
    , m_request(new QPlainTextEdit)
    , m_copy(new QPushButton(tr("Copy request")))
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_request->setReadOnly(true);
    m_request->setAccessibleName(tr("Request as it was sent"));
    m_request->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setIcon(icon(u"copy"_s));
    m_copy->setAccessibleName(m_copy->text());
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_request->toPlainText()); });

    auto *heading = new QHBoxLayout;
    auto *requestLabel = new QLabel(tr("Request as it was sent"));
    requestLabel->setBuddy(m_request);
    heading->addWidget(requestLabel, 1);
    heading->addWidget(m_copy);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_why);
    column->addWidget(m_facts);
    column->addWidget(m_edited);
    column->addSpacing(4);
    column->addLayout(heading);
    column->addWidget(m_request, 1);
}

void HeldDetails::showSubmission(const HeldSubmission &held)
{
    say(m_title, held.name);
    say(m_why, held.why);
    QStringList facts;
    facts.append(tr("Sent: %1").arg(sentText(held)));
    facts.append(tr("Model: %1").arg(held.model));
    facts.append(tr("Estimated cost: %1").arg(costText(held)));
    if (!held.predictionId.isEmpty())
        facts.append(tr("Prediction: %1").arg(held.predictionId));
    say(m_facts, facts.join(u'\n'));
    say(m_edited,
        held.isStray ? tr("The job is no longer in the batch: the request would be sent as it was.")
            : held.isEdited
            ? tr("The job was changed since: it would be sent as it reads now, not as below.")
            : QString());
    m_request->setPlainText(requestText(held.request));
    m_request->setEnabled(true);
    m_copy->setEnabled(true);
}

void HeldDetails::clear(const QString &words)
{
    say(m_title, words);
    for (QLabel *label : {m_why, m_facts, m_edited})
        say(label, {});
    m_request->clear();
    m_request->setEnabled(false);
    m_copy->setEnabled(false);
}

} // namespace ui
