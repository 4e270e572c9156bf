// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/change/changepreview.h"

#include "jobs/jobtext.h"
#include "look/icons.h"
#include "look/mutedlabel.h"
#include "look/painting.h"
#include "look/theme.h"
#include "models/modeltext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostNamed = 3; ///< dropped parameters in the line; the others stand in its tool tip

QString amount(batch::Cost cost, bool guess)
{
    return guess ? u"≈\u00a0%1"_s.arg(cost.toDisplay()) : cost.toDisplay();
}

/// "negative_prompt (12 jobs)".
QString named(const ChangeEffect::Shared &shared)
{
    //: A parameter, and how many jobs have it.
    return ChangePreview::tr("%1 (%n jobs)", nullptr, shared.jobs).arg(shared.what);
}

} // namespace

/// A line with a symbol, for what a person should know; hidden while there is nothing.
class ChangePreview::Note : public QLabel
{
public:
    Note(const QString &symbol, Tone tone)
        : m_symbol(icon(symbol, tone))
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setContentsMargins(symbolSize + 8, 0, 0, 0);
    }

    void say(const QString &text, const QStringList &everything = {})
    {
        setText(text);
        setToolTip(everything.join(u'\n'));
        setVisible(!text.isEmpty());
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QLabel::paintEvent(event);
        QPainter painter(this);
        const QRect line(0, 0, symbolSize, fontMetrics().height());
        m_symbol.paint(&painter, QStyle::visualRect(layoutDirection(), rect(), line));
    }

private:
    static constexpr int symbolSize = 16; ///< px

    const QIcon m_symbol;
};

ChangePreview::ChangePreview(QWidget *parent)
    : QWidget(parent)
    , m_title(new MutedLabel)
    , m_batch(new QLabel)
    , m_share(new MutedLabel)
    , m_jobs(new MutedLabel)
    , m_time(new MutedLabel)
    , m_type(new Note(u"info"_s, Tone::Muted))
    , m_dropped(new Note(u"warning"_s, Tone::Warning))
    , m_errors(new Note(u"error"_s, Tone::Error))
{
    setAccessibleName(tr("What choosing it does"));
    QFont figure = font();
    figure.setPointSizeF(figure.pointSizeF() * 1.35);
    figure.setWeight(QFont::DemiBold);
    m_batch->setFont(figure);
    m_title->setWordWrap(true);
    m_jobs->setWordWrap(true);

    auto *money = new QHBoxLayout;
    money->setSpacing(10);
    money->addWidget(m_batch);
    m_share->setContentsMargins(0, 0, 0, 3); // on one line with the larger figures
    money->addWidget(m_share, 0, Qt::AlignBottom);
    money->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addLayout(money);
    column->addWidget(m_jobs);
    column->addWidget(m_time);
    column->addSpacing(2);
    for (Note *note : {m_type, m_dropped, m_errors})
        column->addWidget(note);
    clear();
}

void ChangePreview::clear()
{
    m_title->setText(tr("Select a model to see what it would change."));
    for (QLabel *label : {m_batch, m_share, m_jobs, m_time})
        label->hide();
    for (Note *note : {m_type, m_dropped, m_errors})
        note->say({});
    speak();
}

void ChangePreview::showEffect(const ChangeEffect &effect, batch::Cost batch, const QString &model)
{
    m_title->setText(effect.changed > 0
                         ? tr("%n jobs would change to %1", nullptr, effect.changed).arg(model)
                         : tr("%n jobs have this model already", nullptr, effect.jobs));
    showCosts(effect, batch);
    showTimes(effect);
    showNotes(effect);
    speak();
}

void ChangePreview::showCosts(const ChangeEffect &effect, batch::Cost batch)
{
    const batch::Cost rest = batch - effect.before.enabledCost;
    const batch::Cost after = rest + effect.after.enabledCost;
    const bool guess = effect.after.guess;
    const bool same = effect.changed == 0;
    //: The cost of the whole batch, now and with the other model: "Batch $9.60 → $0.88".
    m_batch->setText(tr("Batch %1")
                         .arg(same ? amount(batch, effect.before.guess)
                                   : modeltext::change(batch.toDisplay(), amount(after, guess))));
    m_batch->show();

    const batch::Cost difference = after < batch ? batch - after : after - batch;
    m_share->setText(after < batch ? tr("%1 less").arg(difference.toDisplay())
                                   : tr("%1 more").arg(difference.toDisplay()));
    m_share->setVisible(!same && !difference.isZero());

    // Where these jobs are the whole batch, the line above has said it.
    const bool whole = rest.isZero() && effect.before.cost == effect.before.enabledCost;
    m_jobs->setText(same ? tr("These jobs %1").arg(amount(effect.before.cost, effect.before.guess))
                         : tr("These jobs %1")
                               .arg(modeltext::change(effect.before.cost.toDisplay(),
                                                      amount(effect.after.cost, guess))));
    m_jobs->setVisible(!whole);
}

void ChangePreview::showTimes(const ChangeEffect &effect)
{
    const QString before = jobtext::typicalTime(effect.before.each);
    const QString after = jobtext::typicalTime(effect.after.each);
    //: The time that a job usually takes, now and with the other model.
    m_time->setText(
        tr("Typical time %1").arg(before == after ? before : modeltext::change(before, after)));
    m_time->show();
}

void ChangePreview::showNotes(const ChangeEffect &effect)
{
    m_type->say(!effect.becomes ? QString()
                    : effect.becomes == batch::MediaType::Video
                    ? tr("Image jobs would become video jobs.")
                    : tr("Video jobs would become image jobs."));

    QStringList dropped;
    for (const ChangeEffect::Shared &each : effect.dropped)
        dropped.append(named(each));
    QString shown = dropped.mid(0, mostNamed).join(u", "_s);
    if (dropped.size() > mostNamed)
        //: After the first of a list: how many there are besides.
        shown =
            tr("%1 and %n more", nullptr, static_cast<int>(dropped.size()) - mostNamed).arg(shown);
    m_dropped->say(dropped.isEmpty() ? QString() : tr("Dropped: %1").arg(shown), dropped);

    QStringList errors;
    for (const ChangeEffect::Shared &each : effect.errors)
        errors.append(named(each));
    m_errors->say(errors.isEmpty()
                      ? QString()
                      : tr("%n jobs would have errors: %1", nullptr, effect.jobsWithErrors)
                            .arg(effect.errors.first().what),
                  errors);
}

void ChangePreview::speak()
{
    QStringList parts;
    for (const QLabel *label : {m_title, m_batch, m_share, m_jobs, m_time}) {
        if (!label->isHidden())
            parts.append(label->text());
    }
    for (const Note *note : {m_type, m_dropped, m_errors})
        parts.append(note->text());
    parts.removeAll(QString());
    setAccessibleDescription(parts.join(u". "_s));
}

void ChangePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(palette());
    painting::rounded(&painter, rect(), theme.surface, theme.border);
}

} // namespace ui
