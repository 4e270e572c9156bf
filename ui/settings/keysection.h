// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/access.h"
#include "account/keychain.h"
#include "settings/section.h"

class QLineEdit;
class QPushButton;

namespace ui {

/// Gives a key for Atlas Cloud, keeps it in the keychain or takes it away, and says where the one
/// that jobs go with comes from. A kept key is never shown again.
class KeySection : public Section
{
    Q_OBJECT
public:
    explicit KeySection(QWidget *parent = nullptr);

    void showKeySource(account::KeySource source);
    /// Asks the keychain whether there is one, and a key in it.
    void lookIntoKeychain();
    /// Empties the field.
    void forgetTyped();

signals:
    void sessionKeyChanged(const atlas::ApiKey &key);
    void keychainChanged();

private:
    /// What the keychain is known to be.
    enum class Standing { Unknown, NoService, Empty, HoldsKey };

    QLayout *keyRow();
    QLayout *buttonRow();
    /// What is typed; nothing, with words for the person, if it can't be a key.
    std::optional<atlas::ApiKey> typedKey();
    void keep();
    void useForSession();
    void remove();
    void onKept(const tl::expected<void, account::KeychainError> &done);
    void onRemoved(const tl::expected<void, account::KeychainError> &done);
    void setKeychain(Standing standing, const QString &problem = {});
    void setBusy(bool busy);
    void updateButtons();
    void showTyped(bool shown);

    account::Keychain m_keychain;
    account::KeySource m_source = account::KeySource::None;
    Standing m_standing = Standing::Unknown;
    bool m_hasSessionKey = false;
    bool m_busy = false;

    QLabel *m_present;
    QLineEdit *m_field;
    QPushButton *m_show;
    QPushButton *m_keep;
    QPushButton *m_session;
    QPushButton *m_remove;
    Hint *m_hint;
};

} // namespace ui
