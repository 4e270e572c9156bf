// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/messages/messagebar.h"

#include "look/icons.h"
#include "look/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

QString iconName(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Information:
        return u"info"_s;
    case MessageBar::Kind::Warning:
        return u"warning"_s;
    case MessageBar::Kind::Error:
        return u"error"_s;
    }
    return {};
}

Tone toneOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Information:
        return Tone::Accent;
    case MessageBar::Kind::Warning:
        return Tone::Warning;
    case MessageBar::Kind::Error:
        return Tone::Error;
    }
    return Tone::Text;
}

/// One message: a tinted ground with an edge in the colour of its kind.
class Line : public QFrame
{
public:
    Line(const MessageBar::Message &message, std::function<void()> close, QWidget *parent)
        : QFrame(parent)
        , m_kind(message.kind)
        , m_symbol(new QLabel)
    {
        auto *rows = new QVBoxLayout(this);
        rows->setContentsMargins(14, 6, 8, 6);
        rows->setSpacing(6);
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        rows->addLayout(row);

        row->addWidget(m_symbol);
        updateSymbol();

        auto *text = new QLabel(message.text);
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setAccessibleName(message.text);
        row->addWidget(text, 1);

        if (!message.details.isEmpty())
            addDetails(message.details, row, rows);
        for (const MessageBar::Action &action : message.actions) {
            auto *button = new QPushButton(action.text);
            button->setAccessibleName(action.text);
            connect(button, &QPushButton::clicked, this, [trigger = action.trigger] { trigger(); });
            row->addWidget(button, 0, Qt::AlignTop);
        }
        if (message.closable) {
            auto *button = new QToolButton;
            button->setIcon(icon(u"close"_s));
            button->setAutoRaise(true);
            button->setToolTip(MessageBar::tr("Close this message"));
            button->setAccessibleName(button->toolTip());
            connect(button, &QToolButton::clicked, this, [close] { close(); });
            row->addWidget(button, 0, Qt::AlignTop);
        }
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QFrame::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            updateSymbol();
    }

    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::of(palette());
        const QColor color = m_kind == MessageBar::Kind::Error ? theme.error
            : m_kind == MessageBar::Kind::Warning              ? theme.warning
                                                               : theme.accent;
        QPainter painter(this);
        QColor ground = color;
        ground.setAlphaF(theme.dark ? 0.16F : 0.10F);
        painter.fillRect(rect(), ground);
        painter.fillRect(QRect(0, 0, 3, height()), color);
    }

private:
    void addDetails(const QStringList &details, QHBoxLayout *row, QVBoxLayout *rows)
    {
        auto *list = new QPlainTextEdit(details.join(u'\n'));
        list->setReadOnly(true);
        list->setLineWrapMode(QPlainTextEdit::NoWrap);
        list->setAccessibleName(MessageBar::tr("Details"));
        const int lines = static_cast<int>(qMin<qsizetype>(details.size(), 6));
        list->setFixedHeight(list->fontMetrics().lineSpacing() * (lines + 1) + 12);
        list->hide();

        auto *toggle = new QPushButton(MessageBar::tr("Details"));
        toggle->setCheckable(true);
        toggle->setAccessibleName(toggle->text());
        connect(toggle, &QPushButton::toggled, list, &QWidget::setVisible);
        row->addWidget(toggle, 0, Qt::AlignTop);
        rows->addWidget(list);
    }

    void updateSymbol()
    {
        m_symbol->setPixmap(
            icon(iconName(m_kind), toneOf(m_kind)).pixmap(QSize(18, 18), devicePixelRatio()));
    }

    const MessageBar::Kind m_kind;
    QLabel *const m_symbol;
};

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1);
    hide();
}

void MessageBar::tell(const QString &topic, const Message &message)
{
    const Shown old = m_lines.value(topic);
    if (old.line && old.kind == message.kind && old.text == message.text
        && old.details == message.details)
        return;
    // A line that is replaced keeps its place.
    const int place = old.line ? m_layout->indexOf(old.line) : m_layout->count();
    remove(topic);
    auto *line = new Line(
        message, [this, topic] { dismiss(topic); }, this);
    m_lines.insert(topic, {line, message.kind, message.text, message.details});
    m_layout->insertWidget(place, line);
    show();
}

void MessageBar::dismiss(const QString &topic)
{
    remove(topic);
    setVisible(!m_lines.isEmpty());
}

void MessageBar::remove(const QString &topic)
{
    QWidget *line = m_lines.take(topic).line;
    if (!line)
        return;
    m_layout->removeWidget(line);
    line->hide();
    // One of its own buttons may have asked for this.
    line->deleteLater();
}

} // namespace ui
