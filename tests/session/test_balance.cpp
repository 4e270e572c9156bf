// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/run/balance.h"

#include "support/httpscript.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using batch::Cost;

namespace {

QByteArray available(const QByteArray &value)
{
    return R"({"available": {"value": ")" + value + R"(", "currency": "usd"}})";
}

QByteArray refusal(const QByteArray &message)
{
    return R"({"error": {"type": "auth", "code": "401", "message": ")" + message
        + R"(", "param": null}, "request_id": "r-1"})";
}

/// An account whose answers a test gives by hand, in the order that it likes.
struct Account
{
    HttpScript http{[this](const HttpScript::PeerPtr &peer) { asked.append(peer); }};
    QList<HttpScript::PeerPtr> asked;

    atlas::Connection connection(const QByteArray &key = "sesame") const
    {
        atlas::Connection connection;
        connection.baseUrl = http.url(u"/api/v1"_s);
        connection.key = atlas::ApiKey(key);
        return connection;
    }
    bool waitFor(int requests)
    {
        return QTest::qWaitFor([this, requests] { return asked.size() >= requests; }, 20'000);
    }
};

} // namespace

class TestBalance : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatIsLeft()
    {
        Account account;
        ui::Balance balance;
        QSignalSpy changed(&balance, &ui::Balance::changed);
        balance.refresh(account.connection());
        QCOMPARE(changed.size(), 0);
        QVERIFY(!balance.amount());
        QVERIFY(account.waitFor(1));
        QCOMPARE(account.asked[0]->request().target, "/public/v1/balance");
        QCOMPARE(account.asked[0]->request().header("Authorization"), "Bearer sesame");
        account.asked[0]->json(200, available("125.500000"));
        QVERIFY(changed.wait(20'000));
        QCOMPARE(balance.amount(), std::optional(Cost::fromUsd(125.5)));
        QCOMPARE(balance.problem(), QString());
        QCOMPARE(changed.size(), 1);
    }

    void staysKnownWhileItIsAskedAnew()
    {
        Account account;
        ui::Balance balance;
        QSignalSpy changed(&balance, &ui::Balance::changed);
        balance.refresh(account.connection());
        QVERIFY(account.waitFor(1));
        account.asked[0]->json(200, available("2"));
        QVERIFY(changed.wait(20'000));
        balance.refresh(account.connection());
        QVERIFY(account.waitFor(2));
        QCOMPARE(balance.amount(), std::optional(Cost::fromUsd(2)));
        account.asked[1]->json(200, available("1.5"));
        QVERIFY(changed.wait(20'000));
        QCOMPARE(balance.amount(), std::optional(Cost::fromUsd(1.5)));
        QCOMPARE(changed.size(), 2);
    }

    void errorsSayWhyItIsNotKnown_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("words");
        QTest::newRow("refused key") << 401 << refusal("That key is gone") << u"That key is gone"_s;
        QTest::newRow("internal") << 500 << QByteArray("oops") << QString();
        QTest::newRow("no JSON") << 200 << QByteArray("<html>") << QString();
        QTest::newRow("another shape") << 200 << QByteArray(R"({"available": 3})") << QString();
        QTest::newRow("no figure") << 200 << available("plenty") << QString();
    }

    void errorsSayWhyItIsNotKnown()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, words);
        Account account;
        ui::Balance balance;
        QSignalSpy changed(&balance, &ui::Balance::changed);
        balance.refresh(account.connection());
        QVERIFY(account.waitFor(1));
        account.asked[0]->json(200, available("2"));
        QVERIFY(changed.wait(20'000));
        balance.refresh(account.connection());
        QVERIFY(account.waitFor(2));
        account.asked[1]->json(status, body);
        QVERIFY(changed.wait(20'000));
        QVERIFY(!balance.amount());
        QVERIFY(!balance.problem().isEmpty());
        QVERIFY2(balance.problem().contains(words), qPrintable(balance.problem()));

        // The next answer mends it.
        balance.refresh(account.connection());
        QVERIFY(account.waitFor(3));
        account.asked[2]->json(200, available("4"));
        QVERIFY(changed.wait(20'000));
        QCOMPARE(balance.amount(), std::optional(Cost::fromUsd(4)));
        QCOMPARE(balance.problem(), QString());
    }

    void aBrokenConnectionIsAProblem()
    {
        Account account;
        ui::Balance balance;
        QSignalSpy changed(&balance, &ui::Balance::changed);
        balance.refresh(account.connection());
        account.http.setHandler([](const HttpScript::PeerPtr &peer) { peer->reset(); });
        QVERIFY(changed.wait(20'000));
        QVERIFY(!balance.amount());
        QVERIFY(!balance.problem().isEmpty());
    }

    void onlyTheLatestQuestionCounts()
    {
        Account account;
        ui::Balance balance;
        QSignalSpy changed(&balance, &ui::Balance::changed);
        balance.refresh(account.connection());
        QVERIFY(account.waitFor(1));
        balance.refresh(account.connection());
        QVERIFY(account.waitFor(2));
        account.asked[1]->json(200, available("1"));
        account.asked[0]->json(200, available("9"));
        QVERIFY(changed.wait(20'000));
        QCOMPARE(balance.amount(), std::optional(Cost::fromUsd(1)));
        QVERIFY(!changed.wait(100));
        QCOMPARE(balance.amount(), std::optional(Cost::fromUsd(1)));
    }

    void anotherAccountForgetsTheFirst_data()
    {
        QTest::addColumn<bool>("sameServer");
        QTest::newRow("another server") << false;
        QTest::newRow("another key") << true;
    }

    void anotherAccountForgetsTheFirst()
    {
        QFETCH(bool, sameServer);
        Account first;
        Account second;
        ui::Balance balance;
        QSignalSpy changed(&balance, &ui::Balance::changed);
        balance.refresh(first.connection());
        QVERIFY(first.waitFor(1));
        first.asked[0]->json(200, available("2"));
        QVERIFY(changed.wait(20'000));

        balance.refresh(sameServer ? first.connection("other") : second.connection());
        QCOMPARE(changed.size(), 2);
        QVERIFY(!balance.amount());
        Account &asked = sameServer ? first : second;
        QVERIFY(asked.waitFor(sameServer ? 2 : 1));
        asked.asked.constLast()->json(200, available("3"));
        QVERIFY(changed.wait(20'000));
        QCOMPARE(balance.amount(), std::optional(Cost::fromUsd(3)));
    }

    void withoutAnAccountThereIsNothing()
    {
        Account account;
        ui::Balance balance;
        QSignalSpy changed(&balance, &ui::Balance::changed);
        balance.clear();
        QCOMPARE(changed.size(), 0);
        balance.refresh(account.connection());
        QVERIFY(account.waitFor(1));
        balance.clear();
        account.asked[0]->json(200, available("2"));
        QVERIFY(!changed.wait(100));
        QVERIFY(!balance.amount());

        balance.refresh(account.connection());
        QVERIFY(account.waitFor(2));
        account.asked[1]->json(200, available("2"));
        QVERIFY(changed.wait(20'000));
        balance.clear();
        QCOMPARE(changed.size(), 2);
        QVERIFY(!balance.amount());
        QVERIFY(balance.problem().isEmpty());
    }

    void mayBeAskedAgainFromItsOwnNews()
    {
        Account account;
        ui::Balance balance;
        bool again = false;
        connect(&balance, &ui::Balance::changed, this, [&] {
            if (!std::exchange(again, true))
                balance.refresh(account.connection());
        });
        balance.refresh(account.connection());
        QVERIFY(account.waitFor(1));
        account.asked[0]->json(200, available("2"));
        QVERIFY(account.waitFor(2));
        account.asked[1]->json(200, available("1"));
        QTRY_COMPARE(balance.amount(), std::optional(Cost::fromUsd(1)));
    }

    void goesAwayInTheMiddleOfAQuestion()
    {
        Account account;
        {
            ui::Balance balance;
            balance.refresh(account.connection());
            QVERIFY(account.waitFor(1));
        }
        account.asked[0]->json(200, available("2"));
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(TestBalance)
#include "test_balance.moc"
