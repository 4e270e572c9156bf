// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/document/findings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using catalog::Catalog;

namespace {

const QDateTime first(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

/// Two models; `price` and `most` are of the second.
Catalog listed(const QByteArray &price, int most, const QDateTime &at)
{
    const QByteArray schema = R"({"components": {"schemas": {"Input": {"properties": {
        "prompt": {"type": "string", "maxLength": )"
        + QByteArray::number(most) + R"(}}}}}, "x-fetched-at": ")"
        + at.toString(Qt::ISODate).toLatin1() + R"("})";
    const QByteArray list = R"({"data": [
        {"model": "a", "type": "Image", "price": {"actual": {"base_price": "0.01"}}},
        {"model": "b", "type": "Image", "schema": "https://a.example/b",
         "price": {"actual": {"base_price": ")"
        + price + R"("}}}]})";
    return Catalog::read(list, {{QUrl(u"https://a.example/b"_s), schema}},
                         {catalog::PriceSource::Live, at})
        .value();
}

batch::Job jobOf(const QString &model)
{
    batch::Job job;
    job.name = model;
    job.model = model;
    job.prompt = u"a fox"_s;
    return job;
}

} // namespace

/// What another catalog changes: no more than what hangs on it. What is kept is told from what is
/// found anew by asking with a catalog that knows nothing.
class TestFindings : public QObject
{
    Q_OBJECT

    const QList<batch::Job> m_jobs{jobOf(u"a"_s), jobOf(u"b"_s), jobOf(u"nobody/knows"_s)};

    ui::Findings found(const Catalog &catalog) const
    {
        ui::Findings findings;
        for (const batch::Job &job : m_jobs) {
            findings.noteCame(job);
            findings.problemsOf(catalog, job);
            findings.estimateOf(catalog, job);
        }
        return findings;
    }

    bool isCheckKept(ui::Findings &findings, int job) const
    {
        return findings.problemsOf({}, m_jobs.at(job)).isEmpty();
    }
    bool isCostKept(ui::Findings &findings, int job) const
    {
        return !findings.estimateOf({}, m_jobs.at(job)).guess;
    }

private slots:
    void theSameListFetchedLater()
    {
        const Catalog before = listed("0.02", 100, first);
        const Catalog after = listed("0.02", 100, first.addDays(1));
        ui::Findings findings = found(before);
        findings.noteCatalog(before, after, m_jobs);
        for (const int job : {0, 1}) {
            QVERIFY(isCheckKept(findings, job));
            QVERIFY(isCostKept(findings, job));
            // But for how old it is.
            QCOMPARE(findings.estimateOf({}, m_jobs.at(job)).asOf, first.addDays(1));
        }
    }

    void anotherPrice()
    {
        const Catalog before = listed("0.02", 100, first);
        const Catalog after = listed("0.03", 100, first);
        ui::Findings findings = found(before);
        findings.noteCatalog(before, after, m_jobs);
        QCOMPARE(findings.estimateOf(after, m_jobs.at(1)).cost, batch::Cost::fromUsd(0.03));
        QVERIFY(isCheckKept(findings, 1));
        QVERIFY(isCheckKept(findings, 0) && isCostKept(findings, 0));
    }

    void otherParameters()
    {
        const Catalog before = listed("0.02", 100, first);
        const Catalog after = listed("0.02", 3, first);
        ui::Findings findings = found(before);
        findings.noteCatalog(before, after, m_jobs);
        QVERIFY(batch::hasError(findings.problemsOf(after, m_jobs.at(1))));
        QVERIFY(isCheckKept(findings, 0) && isCostKept(findings, 0));
    }

    void modelsComeAndGo()
    {
        const Catalog list = listed("0.02", 100, first);
        ui::Findings findings = found(list);
        findings.noteCatalog(list, {}, m_jobs);
        for (const int job : {0, 1}) {
            QVERIFY(!isCheckKept(findings, job));
            QVERIFY(!isCostKept(findings, job));
        }
        findings.noteCatalog({}, list, m_jobs);
        for (const int job : {0, 1}) {
            QVERIFY(findings.problemsOf(list, m_jobs.at(job)).isEmpty());
            QVERIFY(!findings.estimateOf(list, m_jobs.at(job)).guess);
        }
    }
};

QTEST_GUILESS_MAIN(TestFindings)
#include "test_findings.moc"
