// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/variations/chipfield.h"

#include "inspector/variations/entryedits.h"
#include "inspector/variations/flowlayout.h"
#include "look/mutedlabel.h"
#include "look/painting.h"
#include "look/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace ui {

namespace {

constexpr qsizetype mostShown = 40;
constexpr int mostChipWidth = 220; ///< px

/// A chip: its text, and a cross that says what a press does.
class Chip : public QToolButton
{
public:
    using QToolButton::QToolButton;

    QSize sizeHint() const override
    {
        const int width = fontMetrics().horizontalAdvance(text()) + 8 + 22;
        return {qMin(width, mostChipWidth), fontMetrics().height() + 8};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor ground = mixed(theme.surface, theme.accent, underMouse() ? 0.22 : 0.12);
        painting::rounded(&painter, rect(), ground, hasFocus() ? theme.accent : QColor(), 4);
        painter.setPen(palette().color(QPalette::Text));
        const QRect words = rect().adjusted(8, 0, -20, 0);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
        painter.setPen(QPen(theme.mutedText, 1.4, Qt::SolidLine, Qt::RoundCap));
        const QPointF middle(rect().right() - 10.5, rect().center().y() + 0.5);
        painter.drawLine(middle + QPointF(-3, -3), middle + QPointF(3, 3));
        painter.drawLine(middle + QPointF(-3, 3), middle + QPointF(3, -3));
    }
};

} // namespace

ChipField::ChipField(QWidget *parent)
    : QWidget(parent)
    , m_more(new MutedLabel)
    , m_line(new QLineEdit)
    , m_layout(new FlowLayout(this))
{
    m_layout->setContentsMargins(5, 5, 5, 5);
    m_layout->setSpacing(4);
    m_layout->addWidget(m_more);
    m_more->hide();
    m_line->setFrame(false);
    m_line->setPlaceholderText(tr("Add values"));
    m_line->setMinimumWidth(90);
    m_line->installEventFilter(this);
    m_layout->addWidget(m_line);
    setFocusProxy(m_line);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_line->setToolTip(tr("Enter or a comma adds what is typed. A value that has a comma itself "
                          "stands in quotation marks: \"red, blue\""));
    connect(m_line, &QLineEdit::editingFinished, this, &ChipField::takeTyped);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (endsAValue(text) || text.contains(u'\n'))
            add(text);
    });
}

ChipField::~ChipField()
{
    // Its line is left as it goes, and there is nobody here to tell.
    m_line->disconnect(this);
}

void ChipField::setWords(const QString &what)
{
    m_what = what;
    m_line->setAccessibleName(what);
}

void ChipField::setTexts(const QStringList &texts)
{
    m_line->setAccessibleDescription(texts.mid(0, mostShown).join(QStringLiteral(", ")));
    if (m_texts == texts)
        return;
    m_texts = texts;
    const qsizetype shown = qMin(texts.size(), mostShown);
    while (m_chips.size() > shown) {
        // It may be the one that was pressed.
        QToolButton *gone = m_chips.takeLast();
        m_layout->removeWidget(gone);
        gone->hide();
        gone->deleteLater();
    }
    while (m_chips.size() < shown)
        m_chips.append(addChip());
    for (qsizetype i = 0; i < shown; ++i) {
        m_chips.at(i)->setText(texts.at(i));
        m_chips.at(i)->setToolTip(tr("Remove %1").arg(texts.at(i)));
        m_chips.at(i)->setAccessibleName(m_chips.at(i)->toolTip());
        m_chips.at(i)->updateGeometry();
    }
    const auto more = static_cast<int>(texts.size() - shown);
    m_more->setText(more > 0 ? tr("and %n more", nullptr, more) : QString());
    m_more->setVisible(more > 0);
    m_layout->invalidate();
    updateGeometry();
}

void ChipField::takeTyped()
{
    add(m_line->text());
}

void ChipField::forgetTyped()
{
    m_line->clear();
}

QToolButton *ChipField::addChip()
{
    auto *chip = new Chip;
    chip->setFocusPolicy(Qt::TabFocus);
    connect(chip, &QToolButton::clicked, this, [this, chip] { removeAt(m_chips.indexOf(chip)); });
    // Before the words for the rest, and the line.
    QLayoutItem *line = m_layout->takeAt(m_layout->count() - 1);
    QLayoutItem *more = m_layout->takeAt(m_layout->count() - 1);
    m_layout->addWidget(chip);
    m_layout->addItem(more);
    m_layout->addItem(line);
    chip->show();
    return chip;
}

void ChipField::add(const QString &typed)
{
    const QStringList values = valuesIn(typed);
    m_line->clear();
    QStringList all = m_texts + values;
    all.removeDuplicates();
    give(all);
}

void ChipField::removeAt(qsizetype number)
{
    QStringList all = m_texts;
    all.removeAt(number);
    m_line->setFocus();
    give(all);
}

void ChipField::give(const QStringList &texts)
{
    if (texts != m_texts)
        emit edited(texts);
}

bool ChipField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Backspace && m_line->text().isEmpty() && !m_texts.isEmpty()) {
        removeAt(m_texts.size() - 1);
        return true;
    }
    // A line edit would make one line of a column.
    if (key->matches(QKeySequence::Paste)) {
        const QString pasted = QGuiApplication::clipboard()->text();
        if (pasted.trimmed().contains(u'\n')) {
            add(pasted);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ChipField::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    const QColor line = m_line->hasFocus()
        ? theme.accent
        : mixed(theme.border, palette().color(QPalette::Text), 0.12);
    painting::rounded(&painter, rect(), palette().color(QPalette::Base), line);
}

} // namespace ui
