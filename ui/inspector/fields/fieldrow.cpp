// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fields/fieldrow.h"

#include "catalog/schemawords.h"
#include "inspector/fields/fieldfactory.h"
#include "look/theme.h"
#include "look/tonelabel.h"

#include <QApplication>
#include <QEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortHelp = 90; ///< characters: more of them stand behind the info symbol

QToolButton *smallButton(const QString &symbol)
{
    auto *button = new QToolButton;
    button->setIcon(icon(symbol, Tone::Muted));
    button->setIconSize(QSize(16, 16));
    button->setFixedSize(24, 24);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

/// A tool tip that wraps.
QString wrapped(const QString &text)
{
    return u"<p>%1</p>"_s.arg(text.toHtmlEscaped());
}

} // namespace

FieldRow::FieldRow(const catalog::Parameter &parameter, const FieldContext &context,
                   QWidget *parent)
    : QWidget(parent)
    , m_name(parameter.name)
    , m_title(parameter.title.isEmpty() ? parameter.name
                                        : catalog::inInterfaceLanguage(parameter.title))
    , m_help(catalog::inInterfaceLanguage(parameter.description).simplified())
    , m_required(parameter.required && parameter.defaultValue.isUndefined())
    , m_field(makeField(parameter, context).release())
    , m_titleLabel(new QLabel)
    , m_aside(new ToneLabel(Tone::Muted))
    , m_reset(smallButton(u"reset"_s))
    , m_note(new ToneLabel(Tone::Muted))
{
    setObjectName(m_name);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(makeTitleLine());
    if (!m_field->standsBesideTitle()) {
        // The reset buttons stand in a column of their own only where the title does.
        auto *line = new QHBoxLayout;
        line->setContentsMargins(0, 0, 4, 0);
        line->addWidget(m_field);
        layout->addLayout(line);
    }
    m_note->setContentsMargins(0, 0, 4, 0);
    layout->addWidget(m_note);

    connect(m_field, &Field::edited, this, &FieldRow::edited);
    connect(m_field, &Field::editingEnded, this, &FieldRow::editingEnded);
    connect(m_field, &Field::unreadable, this, [this](const QString &why) {
        m_unreadable = why;
        writeNote();
    });
    connect(m_field, &Field::asideChanged, this, [this](const QString &text, bool tooMuch) {
        m_aside->say(text, tooMuch ? Tone::Error : Tone::Muted);
    });
    connect(m_reset, &QToolButton::clicked, this, [this] {
        // The button goes: the focus stays in the row.
        m_field->setFocus(Qt::OtherFocusReason);
        m_field->forget();
        emit edited(QJsonValue(QJsonValue::Undefined), false);
    });
    writeTitle();
    writeNote();
}

FieldRow::~FieldRow()
{
    // A field that has the focus is left as it goes, and there is nobody here to tell.
    m_field->disconnect(this);
}

QWidget *FieldRow::makeTitleLine()
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    m_titleLabel->setWordWrap(true);
    m_titleLabel->setMinimumWidth(60);
    m_titleLabel->setTextFormat(Qt::RichText);
    layout->addWidget(m_titleLabel, 1);
    if (m_help.size() > shortHelp) {
        m_info = smallButton(u"info"_s);
        m_info->setCheckable(true);
        m_info->setToolTip(wrapped(m_help));
        m_info->setAccessibleName(tr("What %1 means").arg(m_title));
        connect(m_info, &QToolButton::toggled, this, &FieldRow::writeNote);
        layout->addWidget(m_info);
    }
    m_aside->setWordWrap(false);
    m_aside->hide();
    layout->addWidget(m_aside);
    if (m_field->standsBesideTitle())
        layout->addWidget(m_field);
    QSizePolicy policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(policy);
    m_reset->hide();
    layout->addWidget(m_reset);
    return line;
}

void FieldRow::setState(const FieldState &state)
{
    const bool shared = state.shared && !state.isSaid();
    m_field->setState(state);
    writeReset();
    if (m_fromAll == shared)
        return;
    m_fromAll = shared;
    writeNote();
}

void FieldRow::writeReset()
{
    const FieldState &state = m_field->state();
    // A prompt has nothing to go back to: one click less that could lose it.
    m_reset->setVisible(state.isSaid() && m_name != "prompt"_L1);
    if (!state.isSaid())
        return;
    const QString fallback = valueText(state.fallback);
    QString tip = tr("Back to the default: %1").arg(fallback);
    if (state.fallback.isUndefined())
        tip = tr("Take this value away");
    else if (fallback.isEmpty() || fallback.size() > 60)
        tip = tr("Back to the default");
    if (tip == m_reset->toolTip())
        return;
    m_reset->setToolTip(tip);
    m_reset->setAccessibleName(m_title + u": "_s + tip);
}

void FieldRow::setProblem(const QString &words, Tone tone)
{
    if (m_problem == words && m_problemTone == tone)
        return;
    m_problem = words;
    m_problemTone = tone;
    writeNote();
}

void FieldRow::forget()
{
    m_field->forget();
}

void FieldRow::writeTitle()
{
    const Theme &theme = Theme::of(QApplication::palette());
    QString text = u"<span>%1</span>"_s.arg(m_title.toHtmlEscaped());
    if (m_required)
        text += u" <span style=\"color:%1\">· %2</span>"_s.arg(theme.mutedText.name(),
                                                               tr("required").toHtmlEscaped());
    m_titleLabel->setText(text);
}

void FieldRow::writeNote()
{
    const bool wholeHelp = !m_info || m_info->isChecked();
    const QString problem = m_unreadable.isEmpty() ? m_problem : m_unreadable;
    if (!problem.isEmpty())
        m_note->say(problem, m_unreadable.isEmpty() ? m_problemTone : Tone::Error);
    else if (m_fromAll)
        m_note->say(tr("From the values for all jobs"), Tone::Muted);
    else
        m_note->say(wholeHelp ? m_help : QString(), Tone::Muted);

    QStringList description;
    if (m_required)
        description.append(tr("Required."));
    if (!problem.isEmpty())
        description.append(problem);
    if (!m_help.isEmpty())
        description.append(m_help);
    m_field->setWords(m_title, description.join(u' '));
}

void FieldRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        writeTitle();
}

} // namespace ui
