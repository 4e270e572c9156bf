// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/access.h"
#include "account/preferences.h"
#include "session/past/orderedtasks.h"

#include <QDialog>

class QCheckBox;

namespace ui {

class Hint;
class KeySection;
class SpendingSection;

/// The preferences: the key for Atlas Cloud, the monthly limit, and how batches are resumed. What
/// is changed holds at once and is written by the dialog itself, elsewhere than on the window's
/// thread; there is nothing to confirm.
///
/// To be kept by the window and shown by open(), which looks into the keychain and the settings
/// anew. The window tells it the values below before, and whenever they change:
///
///     dialog->showKeySource(session->keySource());
///     dialog->setSpentThisMonth(spent);
///     connect(dialog, &PreferencesDialog::sessionKeyChanged, …, RunServer::setSessionKey);
///     connect(dialog, &PreferencesDialog::keychainChanged, …, RunServer::readKeychain);
///     connect(dialog, &PreferencesDialog::preferencesChanged, …);
class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PreferencesDialog(QWidget *parent = nullptr);
    ~PreferencesDialog() override;

    /// Where the key comes from that jobs go with now.
    void showKeySource(account::KeySource source);
    /// What all batches have cost in this calendar month, and what is under way.
    void setSpentThisMonth(batch::Cost spent);

    void open() override;
    void done(int result) override;

signals:
    /// The person gave a key for this session only; an empty one: they took it back, or another is
    /// in the keychain now, which it must not hide.
    void sessionKeyChanged(const atlas::ApiKey &key);
    /// The keychain holds another key than before, or none.
    void keychainChanged();
    /// The person changed something else; it is on its way to the disk.
    void preferencesChanged(const account::Preferences &preferences);

protected:
    bool event(QEvent *event) override;

private:
    void change(const account::Preferences &preferences);

    account::Preferences m_preferences;
    OrderedTasks m_writing;
    KeySection *m_key;
    SpendingSection *m_spending;
    QCheckBox *m_resumes;
    Hint *m_problem;
};

} // namespace ui
