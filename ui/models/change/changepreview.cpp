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

/// "negative_prompt (12 jobs)".
QString named(const catalog::ChangeEffect::Shared &shared)
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
    , m_facts(new MutedLabel)
    , m_origin(new MutedLabel)
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
    m_facts->setWordWrap(true);
    m_origin->setWordWrap(true);

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
    column->addWidget(m_facts);
    column->addWidget(m_origin);
    column->addSpacing(2);
    for (Note *note : {m_type, m_dropped, m_errors})
        column->addWidget(note);
    clear();
}

void ChangePreview::clear()
{
    m_title->setText(tr("Select a model to see what it would change."));
    for (QLabel *label : {m_batch, m_share, m_facts, m_origin})
        label->hide();
    for (Note *note : {m_type, m_dropped, m_errors})
        note->say({});
    speak();
}

void ChangePreview::showEffect(const catalog::ChangeEffect &effect, batch::Cost batch,
                               const catalog::Model &model, const QDateTime &now)
{
    m_title->setText(
        effect.changed > 0
            ? tr("%n jobs would change to %1", nullptr, effect.changed).arg(model.displayName)
            : tr("%n jobs have this model already", nullptr, effect.jobs));
    showCosts(effect, batch);
    //: Where the price of a model comes from, and how old it is.
    m_origin->setText(tr("Price: %1").arg(modeltext::priceOrigin(model, now)));
    m_origin->show();
    showFacts(effect, batch);
    showNotes(effect);
    speak();
}

void ChangePreview::showCosts(const catalog::ChangeEffect &effect, batch::Cost batch)
{
    const batch::Cost rest = batch - effect.before.enabledCost;
    const batch::Cost after = rest + effect.after.enabledCost;
    const QString now = jobtext::cost(batch, effect.before.guess);
    const bool same = effect.changed == 0;
    //: The cost of the whole batch, now and with the other model: "Batch $9.60 → $0.88".
    m_batch->setText(
        tr("Batch %1")
            .arg(same ? now : modeltext::change(now, jobtext::cost(after, effect.after.guess))));
    m_batch->show();

    const batch::Cost difference = after < batch ? batch - after : after - batch;
    m_share->setText(after < batch ? tr("%1 less").arg(difference.toDisplay())
                                   : tr("%1 more").arg(difference.toDisplay()));
    m_share->setVisible(!same && !difference.isZero());
}

void ChangePreview::showFacts(const catalog::ChangeEffect &effect, batch::Cost batch)
{
    QStringList facts;
    const catalog::ChangeEffect::Sums &before = effect.before;
    const bool same = effect.changed == 0;
    // Where these jobs are the whole batch, the line above has said it.
    const bool whole = batch == before.enabledCost && before.cost == before.enabledCost;
    const QString now = jobtext::cost(before.cost, before.guess);
    const QString then = jobtext::cost(effect.after.cost, effect.after.guess);
    if (!whole)
        facts.append(tr("These jobs %1").arg(same ? now : modeltext::change(now, then)));
    const QString time = jobtext::typicalTime(before.each);
    const QString otherTime = jobtext::typicalTime(effect.after.each);
    //: The time that a job usually takes, now and with the other model.
    facts.append(
        tr("Typical time %1").arg(time == otherTime ? time : modeltext::change(time, otherTime)));
    // A fact stays on its line.
    for (QString &fact : facts)
        fact.replace(u' ', QChar::Nbsp);
    m_facts->setText(facts.join(u" · "_s));
    m_facts->show();
}

void ChangePreview::showNotes(const catalog::ChangeEffect &effect)
{
    m_type->say(!effect.becomes ? QString()
                    : effect.becomes == batch::MediaType::Video
                    ? tr("Image jobs would become video jobs.")
                    : tr("Video jobs would become image jobs."));

    QStringList dropped;
    for (const catalog::ChangeEffect::Shared &each : effect.dropped)
        dropped.append(named(each));
    QString shown = dropped.mid(0, mostNamed).join(u", "_s);
    if (dropped.size() > mostNamed)
        //: After the first of a list: how many there are besides.
        shown =
            tr("%1 and %n more", nullptr, static_cast<int>(dropped.size()) - mostNamed).arg(shown);
    m_dropped->say(dropped.isEmpty() ? QString() : tr("Dropped: %1").arg(shown), dropped);

    QStringList errors;
    for (const catalog::ChangeEffect::Shared &each : effect.errors)
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
    for (const QLabel *label : {m_title, m_batch, m_share, m_facts, m_origin}) {
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
