// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keysection.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace ui {

using account::KeySource;

namespace {

QString wordsFor(KeySource source)
{
    switch (source) {
    case KeySource::None:
        return KeySection::tr("There is no key yet: batches go to the sandbox, for free.");
    case KeySource::Environment:
        return KeySection::tr("Jobs go with the key from the environment (%1). It comes before "
                              "any key that is given here.")
            .arg(account::keyVariables().constFirst());
    case KeySource::DotEnv:
        return KeySection::tr("Jobs of this batch go with the key from the .env file beside it. "
                              "It comes before any key that is given here.");
    case KeySource::Session:
        return KeySection::tr("Jobs go with the key that was given for this session.");
    case KeySource::Keychain:
        return KeySection::tr("Jobs go with the key from the keychain.");
    }
    return {};
}

QPushButton *makeButton(const QString &text)
{
    auto *button = new QPushButton(text);
    button->setAccessibleName(text);
    // Enter in the field must not press whichever button comes first.
    button->setAutoDefault(false);
    return button;
}

} // namespace

KeySection::KeySection(QWidget *parent)
    : Section(tr("Atlas Cloud key"), parent)
    , m_present(new QLabel)
    , m_field(new QLineEdit)
    , m_show(makeButton(tr("Show")))
    , m_keep(makeButton(tr("Keep in keychain")))
    , m_session(makeButton(tr("Use for this session only")))
    , m_remove(makeButton(tr("Remove")))
    , m_hint(new Hint)
{
    m_present->setWordWrap(true);
    m_present->setTextFormat(Qt::PlainText);
    rows()->addWidget(m_present);
    rows()->addLayout(keyRow());
    rows()->addWidget(m_hint);
    rows()->addLayout(buttonRow());
    showKeySource(KeySource::None);
    setKeychain(Standing::Unknown);
}

QLayout *KeySection::keyRow()
{
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setPlaceholderText(tr("Paste a key"));
    m_field->setAccessibleName(tr("Key for Atlas Cloud"));
    connect(m_field, &QLineEdit::textChanged, this, &KeySection::updateButtons);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        if (m_keep->isEnabled())
            keep();
        else if (m_session->isEnabled())
            useForSession();
    });

    m_show->setCheckable(true);
    m_show->setToolTip(tr("Show what is typed"));
    connect(m_show, &QPushButton::toggled, this, &KeySection::showTyped);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(m_show);
    return row;
}

QLayout *KeySection::buttonRow()
{
    m_keep->setProperty("primary", true);
    m_remove->setToolTip(tr("Remove the key from the keychain and from this session"));
    connect(m_keep, &QPushButton::clicked, this, &KeySection::keep);
    connect(m_session, &QPushButton::clicked, this, &KeySection::useForSession);
    connect(m_remove, &QPushButton::clicked, this, &KeySection::remove);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_keep);
    row->addWidget(m_session);
    row->addStretch();
    row->addWidget(m_remove);
    return row;
}

void KeySection::showKeySource(KeySource source)
{
    m_source = source;
    if (source == KeySource::Session)
        m_hasSessionKey = true;
    const QString words = wordsFor(source);
    m_present->setText(words);
    m_present->setAccessibleName(words);
    updateButtons();
}

void KeySection::lookIntoKeychain()
{
    if (m_busy)
        return;
    m_keychain.read([this](const tl::expected<atlas::ApiKey, account::KeychainError> &key) {
        if (!key)
            setKeychain(key.error().noService ? Standing::NoService : Standing::Unknown,
                        key.error().message);
        else
            setKeychain(key->isEmpty() ? Standing::Empty : Standing::HoldsKey);
    });
}

void KeySection::forgetTyped()
{
    // Not clear(), which Undo would take back.
    m_field->setText({});
    m_show->setChecked(false);
}

std::optional<atlas::ApiKey> KeySection::typedKey()
{
    const QString typed = m_field->text().trimmed();
    const bool plain =
        std::all_of(typed.begin(), typed.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
    if (typed.isEmpty() || !plain) {
        m_hint->warn(tr("This is no key: it holds spaces, or characters that keys don't have. "
                        "Copy it again from Atlas Cloud."));
        return std::nullopt;
    }
    return atlas::ApiKey(typed.toLatin1());
}

void KeySection::keep()
{
    const auto key = typedKey();
    if (!key)
        return;
    setBusy(true);
    m_hint->say(tr("Waiting for the keychain…"));
    m_keychain.write(
        *key, [this](const tl::expected<void, account::KeychainError> &done) { onKept(done); });
}

void KeySection::onKept(const tl::expected<void, account::KeychainError> &done)
{
    setBusy(false);
    if (!done) {
        // What is typed stays, to be used for this session.
        m_hint->warn(tr("The key was not kept. %1").arg(done.error().message));
        return;
    }
    forgetTyped();
    setKeychain(Standing::HoldsKey);
    m_hint->say(tr("The key is kept in the keychain."));
    // One that was given for the session would come before it.
    m_hasSessionKey = false;
    updateButtons();
    emit sessionKeyChanged({});
    emit keychainChanged();
}

void KeySection::useForSession()
{
    const auto key = typedKey();
    if (!key)
        return;
    forgetTyped();
    m_hasSessionKey = true;
    updateButtons();
    m_hint->say(tr("The key is used until Rushes is closed."));
    emit sessionKeyChanged(*key);
}

void KeySection::remove()
{
    if (m_hasSessionKey) {
        m_hasSessionKey = false;
        m_hint->say(tr("The key is removed."));
        emit sessionKeyChanged({});
    }
    if (m_standing == Standing::HoldsKey) {
        setBusy(true);
        m_keychain.remove(
            [this](const tl::expected<void, account::KeychainError> &done) { onRemoved(done); });
    }
    updateButtons();
}

void KeySection::onRemoved(const tl::expected<void, account::KeychainError> &done)
{
    setBusy(false);
    if (!done) {
        m_hint->warn(tr("The key is still in the keychain. %1").arg(done.error().message));
        return;
    }
    setKeychain(Standing::Empty);
    m_hint->say(tr("The key is removed."));
    emit keychainChanged();
}

void KeySection::setKeychain(Standing standing, const QString &problem)
{
    m_standing = standing;
    if (standing == Standing::NoService) {
        m_hint->warn(tr("%1 A key can be used for this session only; for longer, set %2 in the "
                        "environment.")
                         .arg(problem, account::keyVariables().constFirst()));
    } else if (!problem.isEmpty()) {
        m_hint->warn(problem);
    } else {
        m_hint->say(tr("A key is kept encrypted in your desktop's keychain."));
    }
    updateButtons();
}

void KeySection::setBusy(bool busy)
{
    m_busy = busy;
    m_field->setEnabled(!busy);
    updateButtons();
}

void KeySection::updateButtons()
{
    const bool typed = !m_busy && !m_field->text().trimmed().isEmpty();
    m_keep->setEnabled(typed && m_standing != Standing::NoService);
    m_session->setEnabled(typed);
    m_show->setEnabled(typed);
    m_remove->setEnabled(!m_busy && (m_hasSessionKey || m_standing == Standing::HoldsKey));
}

void KeySection::showTyped(bool shown)
{
    m_field->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    // Shown or not, no input method may learn it.
    m_field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                 | Qt::ImhNoAutoUppercase);
    m_show->setText(shown ? tr("Hide") : tr("Show"));
    m_show->setAccessibleName(m_show->text());
}

} // namespace ui
