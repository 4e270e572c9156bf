// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preferencesdialog.h"

#include "settings/keysection.h"
#include "settings/spendingsection.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace ui {

namespace {

class ResumingSection : public Section
{
public:
    explicit ResumingSection(QCheckBox *resumes)
        : Section(PreferencesDialog::tr("Resuming"))
    {
        rows()->addWidget(resumes);
        rows()->addWidget(
            new Hint(PreferencesDialog::tr("Otherwise Rushes says what waits, and asks first. "
                                           "Nothing new is submitted.")));
    }
};

} // namespace

PreferencesDialog::PreferencesDialog(QWidget *parent)
    : QDialog(parent)
    , m_key(new KeySection)
    , m_spending(new SpendingSection)
    , m_resumes(new QCheckBox(tr("Take up what is paid for as soon as a batch is opened")))
    , m_problem(new Hint)
{
    setWindowTitle(tr("Preferences"));
    m_resumes->setAccessibleName(m_resumes->text());

    auto *close = new QPushButton(tr("Close"));
    close->setAccessibleName(close->text());
    close->setAutoDefault(false);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_problem, 1);
    foot->addWidget(close, 0, Qt::AlignBottom);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addStrut(528);
    column->addWidget(m_key);
    column->addWidget(m_spending);
    column->addWidget(new ResumingSection(m_resumes));
    column->addStretch();
    column->addLayout(foot);

    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_key, &KeySection::sessionKeyChanged, this, &PreferencesDialog::sessionKeyChanged);
    connect(m_key, &KeySection::keychainChanged, this, &PreferencesDialog::keychainChanged);
    connect(m_spending, &SpendingSection::limitChanged, this,
            [this](std::optional<batch::Cost> limit) {
                account::Preferences changed = m_preferences;
                changed.monthlyLimit = limit;
                change(changed);
            });
    connect(m_resumes, &QCheckBox::toggled, this, [this](bool on) {
        account::Preferences changed = m_preferences;
        changed.resumesByItself = on;
        change(changed);
    });
}

PreferencesDialog::~PreferencesDialog() = default;

void PreferencesDialog::showKeySource(account::KeySource source)
{
    m_key->showKeySource(source);
}

void PreferencesDialog::setSpentThisMonth(batch::Cost spent)
{
    m_spending->setSpentThisMonth(spent);
}

void PreferencesDialog::open()
{
    m_preferences = account::preferences();
    m_spending->showLimit(m_preferences.monthlyLimit);
    const QSignalBlocker blocker(m_resumes);
    m_resumes->setChecked(m_preferences.resumesByItself);
    m_key->lookIntoKeychain();
    QDialog::open();
}

void PreferencesDialog::done(int result)
{
    m_spending->commit();
    m_key->forgetTyped();
    QDialog::done(result);
}

bool PreferencesDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    // A layout alone gives wrapped words the height of their first size.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        setMinimumHeight(layout()->totalHeightForWidth(width()));
    return handled;
}

void PreferencesDialog::change(const account::Preferences &preferences)
{
    if (preferences == m_preferences)
        return;
    m_preferences = preferences;
    m_writing.start<tl::expected<void, QString>>(
        [preferences] { return account::setPreferences(preferences); },
        [this](const tl::expected<void, QString> &written) {
            if (written)
                m_problem->say({});
            else
                m_problem->warn(written.error());
        });
    emit preferencesChanged(preferences);
}

} // namespace ui
