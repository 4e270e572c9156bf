// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preferencesdialog.h"

#include "account/secretservice.h"
#include "cost/moneyfield.h"
#include "look/theme.h"
#include "settings/section.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using account::KeySource;
using account::Preferences;
using ui::PreferencesDialog;

namespace {

/// Says everything in a script without spaces, half as long again as it is.
class WordyTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        QString words;
        for (qsizetype i = 0; i < text.size() * 3 / 4; ++i)
            words += u"金鑰偏好設定批次費用"_s.at(i % 10);
        for (const QString &place : {u"%1"_s, u"%2"_s})
            words += text.contains(place) ? place : QString();
        return words;
    }
};

} // namespace

/// The preferences as a person uses them. The tests stand in the order in which a process can
/// meet them: first there is no keychain, then there is one.
class TestPreferencesDialog : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    support::SecretService m_service;
    std::unique_ptr<PreferencesDialog> m_dialog;

    template <typename Widget>
    Widget *named(const QString &name) const
    {
        for (Widget *widget : m_dialog->findChildren<Widget *>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    QPushButton *button(const QString &name) const { return named<QPushButton>(name); }
    QLineEdit *field() const { return named<QLineEdit>(u"Key for Atlas Cloud"_s); }
    QCheckBox *limits() const
    {
        return named<QCheckBox>(u"Limit what all batches may cost in a month"_s);
    }
    QCheckBox *resumes() const
    {
        return named<QCheckBox>(u"Take up what is paid for as soon as a batch is opened"_s);
    }
    ui::MoneyField *amount() const
    {
        return named<ui::MoneyField>(u"Monthly limit in US dollars"_s);
    }
    /// Whether words like these stand anywhere.
    bool says(const QString &words) const
    {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->text().contains(words) && label->accessibleName().contains(words);
        });
    }
    /// Whether the keychain has answered that there is none.
    bool hasWarning() const
    {
        const auto hints = m_dialog->findChildren<ui::Hint *>();
        return std::any_of(hints.begin(), hints.end(),
                           [](const ui::Hint *hint) { return hint->isWarning(); });
    }
    /// The words of a label or button that has less room than they need; none: all have.
    QString firstCutOff() const
    {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            const int height = label->hasHeightForWidth() ? label->heightForWidth(label->width())
                                                          : label->sizeHint().height();
            if (label->height() < height)
                return label->text();
        }
        for (const QAbstractButton *button : m_dialog->findChildren<QAbstractButton *>()) {
            if (button->width() < button->sizeHint().width())
                return button->text();
        }
        return {};
    }
    void type(const char *text) const
    {
        field()->setFocus();
        QTest::keyClicks(field(), QString::fromLatin1(text));
    }
    static void press(QPushButton *pressed) { QTest::mouseClick(pressed, Qt::LeftButton); }
    static void toggle(QCheckBox *box)
    {
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
    }
    static QByteArray keyIn(const QSignalSpy &spy)
    {
        return spy.constLast().constFirst().value<atlas::ApiKey>().secret();
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
        ui::applyAppearance(*qApp, ui::Appearance::Light);
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("XDG_RUNTIME_DIR");
    }

    void init()
    {
        QVERIFY(account::setPreferences({}));
        m_dialog = std::make_unique<PreferencesDialog>();
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    void cleanup() { m_dialog.reset(); }

    void withoutAKeychainAKeyIsForTheSession()
    {
        QTRY_VERIFY(says(u"no keychain service"_s));
        QVERIFY(says(u"this session only"_s));
        QSignalSpy session(m_dialog.get(), &PreferencesDialog::sessionKeyChanged);
        type("my-key-1234");
        QVERIFY(!button(u"Keep in keychain"_s)->isEnabled());
        // Enter does what can be done.
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(session.size(), 1);
        QCOMPARE(keyIn(session), "my-key-1234");
        QVERIFY(field()->text().isEmpty());
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(support::contentOf(m_home.path()).count("my-key-1234"), 0);

        m_dialog->showKeySource(KeySource::Session);
        press(button(u"Remove"_s));
        QCOMPARE(session.size(), 2);
        QCOMPARE(keyIn(session), QByteArray());
    }

    void saysWhereTheKeyComesFrom_data()
    {
        QTest::addColumn<KeySource>("source");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << KeySource::None << u"no key yet"_s;
        QTest::newRow("environment") << KeySource::Environment << u"comes before"_s;
        QTest::newRow("file") << KeySource::DotEnv << u".env"_s;
        QTest::newRow("session") << KeySource::Session << u"for this session"_s;
        QTest::newRow("keychain") << KeySource::Keychain << u"from the keychain"_s;
    }

    void saysWhereTheKeyComesFrom()
    {
        QFETCH(const KeySource, source);
        QFETCH(const QString, words);
        m_dialog->showKeySource(source);
        QVERIFY(says(words));
    }

    void aKeyIsMaskedUntilItIsShown()
    {
        type("my-key-1234");
        QCOMPARE(field()->displayText().count(u'm'), 0);
        press(button(u"Show"_s));
        QCOMPARE(field()->displayText(), u"my-key-1234"_s);
        QVERIFY(field()->inputMethodHints() & Qt::ImhSensitiveData);
        press(button(u"Hide"_s));
        QCOMPARE(field()->displayText().count(u'm'), 0);
        press(button(u"Show"_s));

        // Closing forgets it, and Undo doesn't bring it back.
        press(button(u"Close"_s));
        m_dialog->open();
        QVERIFY(field()->text().isEmpty());
        field()->undo();
        QVERIFY(field()->text().isEmpty());
        QCOMPARE(field()->echoMode(), QLineEdit::Password);
    }

    void whatCantBeAKeyIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("two words") << u"my key"_s;
        QTest::newRow("another script") << u"金鑰"_s;
        QTest::newRow("a tab") << u"my\tkey"_s;
    }

    void whatCantBeAKeyIsSaid()
    {
        QFETCH(const QString, text);
        QSignalSpy session(m_dialog.get(), &PreferencesDialog::sessionKeyChanged);
        field()->setText(text);
        press(button(u"Use for this session only"_s));
        QVERIFY(says(u"This is no key"_s));
        QVERIFY(!says(text));
        QVERIFY(session.isEmpty());
        QCOMPARE(field()->text(), text);
    }

    void nothingToPressWithoutAKey()
    {
        for (const QString &name :
             {u"Keep in keychain"_s, u"Use for this session only"_s, u"Show"_s, u"Remove"_s})
            QVERIFY2(!button(name)->isEnabled(), qUtf8Printable(name));
    }

    void theLimitIsKept()
    {
        QVERIFY(!limits()->isChecked());
        QVERIFY(!amount()->isEnabled());
        QSignalSpy changed(m_dialog.get(), &PreferencesDialog::preferencesChanged);
        toggle(limits());
        QCOMPARE(changed.size(), 1);
        QVERIFY(amount()->isEnabled());

        amount()->setFocus();
        amount()->selectAll();
        QTest::keyClicks(amount(), u"12.5"_s);
        QCOMPARE(changed.size(), 1); // not while it is being typed
        QTest::keyClick(amount(), Qt::Key_Return);
        QCOMPARE(changed.size(), 2);
        const Preferences expected{batch::Cost::fromUsd(12.5), false};
        QCOMPARE(changed.constLast().constFirst().value<Preferences>(), expected);
        QVERIFY(m_dialog->isVisible());
        QTRY_COMPARE(account::preferences(), expected);

        toggle(limits());
        QTRY_COMPARE(account::preferences(), Preferences());
    }

    void anAmountThatIsLeftHalfwayCounts()
    {
        toggle(limits());
        amount()->setFocus();
        amount()->selectAll();
        QTest::keyClicks(amount(), u"7"_s);
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
        m_dialog.reset(); // waits for what is being written
        QCOMPARE(account::preferences().monthlyLimit, batch::Cost::fromUsd(7));
    }

    void saysWhatTheMonthHasUsed()
    {
        QVERIFY(says(u"not known yet"_s));
        m_dialog->setSpentThisMonth(batch::Cost::fromUsd(12.4));
        QVERIFY(says(u"$12.40"_s));
        toggle(limits());
        QVERIFY(says(u"$37.60 is left"_s));
        m_dialog->setSpentThisMonth(batch::Cost::fromUsd(50));
        QVERIFY(says(u"pause"_s));
    }

    void resumingIsKeptAndShownAgain()
    {
        toggle(resumes());
        QTRY_COMPARE(account::preferences(), (Preferences{std::nullopt, true}));
        m_dialog->done(0);
        QVERIFY(account::setPreferences({batch::Cost::fromMicros(22'000), true}));

        QSignalSpy changed(m_dialog.get(), &PreferencesDialog::preferencesChanged);
        m_dialog->open();
        QVERIFY(resumes()->isChecked());
        QVERIFY(limits()->isChecked());
        QCOMPARE(amount()->cost(), batch::Cost::fromMicros(22'000));
        m_dialog->done(0);
        QVERIFY(changed.isEmpty());
    }

    void whatCantBeWrittenIsSaid()
    {
        QTemporaryDir elsewhere;
        QFile inTheWay(elsewhere.filePath(u"Rushes"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, elsewhere.path());
        toggle(resumes());
        QTRY_VERIFY(says(u"could not be written"_s));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    }

    void everythingCanBeReachedByKeyboard()
    {
        type("k");
        toggle(limits());
        field()->setFocus();
        QSet<QWidget *> reached;
        for (int i = 0; i < 12; ++i) {
            reached += QApplication::focusWidget();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        const QList<QWidget *> wanted{
            field(),           button(u"Show"_s), button(u"Use for this session only"_s),
            limits(),          amount(),          resumes(),
            button(u"Close"_s)};
        for (QWidget *widget : wanted) {
            QVERIFY2(reached.contains(widget), qUtf8Printable(widget->accessibleName()));
        }
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<bool>("wordy");
        QTest::addColumn<ui::Appearance>("appearance");
        QTest::newRow("english-light") << false << ui::Appearance::Light;
        QTest::newRow("english-dark") << false << ui::Appearance::Dark;
        QTest::newRow("wordy-light") << true << ui::Appearance::Light;
        QTest::newRow("wordy-dark") << true << ui::Appearance::Dark;
    }

    /// The pictures stand in the build folder, to be looked at.
    void nothingIsCutOff()
    {
        QFETCH(const bool, wordy);
        QFETCH(const ui::Appearance, appearance);
        WordyTranslator translator;
        if (wordy)
            qApp->installTranslator(&translator);
        ui::applyAppearance(*qApp, appearance);
        m_dialog = std::make_unique<PreferencesDialog>();
        m_dialog->showKeySource(KeySource::Environment);
        m_dialog->setSpentThisMonth(batch::Cost::fromUsd(12.4));
        QVERIFY(account::setPreferences({batch::Cost::fromUsd(50), true}));
        m_dialog->open();
        m_dialog->findChild<QLineEdit *>()->setText(u"abcdefghijkl"_s);
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
        QTRY_VERIFY(hasWarning());
        QTRY_COMPARE(firstCutOff(), QString());

        const QImage picture = m_dialog->grab().toImage();
        const QString file = QStringLiteral(RUSHES_BUILD_DIR "/screenshots/preferences-%1-%2x.png")
                                 .arg(QLatin1StringView(QTest::currentDataTag()))
                                 .arg(qRound(m_dialog->devicePixelRatioF()));
        QVERIFY(QDir().mkpath(QStringLiteral(RUSHES_BUILD_DIR "/screenshots")));
        QVERIFY(picture.save(file));
        m_dialog.reset();
        qApp->removeTranslator(&translator);
        ui::applyAppearance(*qApp, ui::Appearance::Light);
    }

    void aKeychainKeepsAndLosesTheKey()
    {
        QVERIFY(m_service.startBus());
        QVERIFY(m_service.startKeyring());
        m_dialog->done(0);
        m_dialog->open();
        QTRY_VERIFY(says(u"encrypted"_s));
        QSignalSpy session(m_dialog.get(), &PreferencesDialog::sessionKeyChanged);
        QSignalSpy keychain(m_dialog.get(), &PreferencesDialog::keychainChanged);

        type("kept-key-1234");
        press(button(u"Keep in keychain"_s));
        QVERIFY(keychain.wait(20'000));
        QVERIFY(says(u"is kept in the keychain"_s));
        QVERIFY(field()->text().isEmpty());
        // The session's key would hide it.
        QCOMPARE(session.size(), 1);
        QCOMPARE(keyIn(session), QByteArray());
        const auto kept = support::readKeychain();
        QVERIFY(kept.has_value());
        QCOMPARE(kept->secret(), "kept-key-1234");

        // Another look finds it there, and shows nothing of it.
        m_dialog = std::make_unique<PreferencesDialog>();
        m_dialog->open();
        QTRY_VERIFY(button(u"Remove"_s)->isEnabled());
        QVERIFY(field()->text().isEmpty());
        QVERIFY(!says(u"kept-key"_s));

        QSignalSpy emptied(m_dialog.get(), &PreferencesDialog::keychainChanged);
        press(button(u"Remove"_s));
        QVERIFY(emptied.wait(20'000));
        QVERIFY(!button(u"Remove"_s)->isEnabled());
        const auto left = support::readKeychain();
        QVERIFY(left.has_value());
        QVERIFY(left->isEmpty());
    }

    /// The last: nobody is here to unlock it.
    void aKeyThatWasNotKeptStaysInTheField()
    {
        QTRY_VERIFY(says(u"encrypted"_s));
        QVERIFY(support::writeKeychain("older-key-1234"));
        QVERIFY(m_service.lock());
        QSignalSpy keychain(m_dialog.get(), &PreferencesDialog::keychainChanged);
        type("newer-key-1234");
        press(button(u"Keep in keychain"_s));
        QTRY_VERIFY_WITH_TIMEOUT(says(u"was not kept"_s), 20'000);
        QVERIFY(says(u"locked"_s));
        QVERIFY(keychain.isEmpty());
        QCOMPARE(field()->text(), u"newer-key-1234"_s);
        QVERIFY(button(u"Use for this session only"_s)->isEnabled());
    }
};

QTEST_MAIN(TestPreferencesDialog)
#include "test_preferencesdialog.moc"
