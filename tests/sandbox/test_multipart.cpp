// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http/multipart.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QByteArray formOfB = "multipart/form-data; boundary=B";

/// A part named file, of the boundary B.
QByteArray part(const QByteArray &content, const QByteArray &fileName = "a.png",
                const QByteArray &name = "file")
{
    return "--B\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
        + "\"\r\nContent-Type: image/png\r\n\r\n" + content + "\r\n";
}

} // namespace

class TestMultipart : public QObject
{
    Q_OBJECT
private slots:
    void readsForms_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        const auto row = [](const char *title, const QByteArray &body, const QString &name,
                            const QByteArray &content, const QByteArray &type = formOfB) {
            QTest::newRow(title) << type << body << name << content;
        };
        const QByteArray field = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";
        row("one file", part("x") + "--B--\r\n", u"a.png"_s, "x");
        row("without the last line end", part("x") + "--B--", u"a.png"_s, "x");
        row("between fields", field + part("x") + field + "--B--\r\n", u"a.png"_s, "x");
        row("empty", part("") + "--B--\r\n", u"a.png"_s, "");
        row("quoted boundary", part("x") + "--B--\r\n", u"a.png"_s, "x",
            "multipart/form-data; boundary=\"B\"; charset=utf-8");
        row("any case",
            part("x").replace("Content-Disposition", "CONTENT-disposition") + "--B--\r\n",
            u"a.png"_s, "x", "Multipart/Form-Data; Boundary=B");
        row("boundary in the content", part("x--B\r\n\r\n--Bob\r\n--Bx") + "--B--\r\n", u"a.png"_s,
            "x--B\r\n\r\n--Bob\r\n--Bx");
        row("blank lines in the content", part("\r\n\r\nx\r\n\r\n") + "--B--\r\n", u"a.png"_s,
            "\r\n\r\nx\r\n\r\n");
        row("zeros", part(QByteArray(3, '\0')) + "--B--\r\n", u"a.png"_s, QByteArray(3, '\0'));
        row("semicolon in the name", part("x", "a;b=c.png") + "--B--\r\n", u"a;b=c.png"_s, "x");
        row("quotes in the name", part("x", "a %22b%22.png") + "--B--\r\n", u"a \"b\".png"_s, "x");
        row("escaped quotes in the name", part("x", "a \\\"b\\\".png") + "--B--\r\n",
            u"a \"b\".png"_s, "x");
        row("line end in the name", part("x", "a%0D%0Ab.png") + "--B--\r\n", u"a\r\nb.png"_s, "x");
        row("Chinese name", part("x", "貓 🐈.png") + "--B--\r\n", u"貓 🐈.png"_s, "x");
        row("empty name", part("x", "") + "--B--\r\n", QString(), "x");
    }
    void readsForms()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        const auto file = sandbox::readFormFile(type, body, "file");
        QVERIFY2(file, qPrintable(file ? QString() : file.error()));
        QCOMPARE(file->name, name);
        QCOMPARE(file->content, content);
    }

    void refusesOthers_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *title, const QByteArray &body, const QString &message,
                            const QByteArray &type = formOfB) {
            QTest::newRow(title) << type << body << message;
        };
        const QString noForm = u"not multipart/form-data"_s;
        const QString notWhole = u"not whole"_s;
        row("no type", part("x") + "--B--\r\n", noForm, "");
        row("JSON", "{}", noForm, "application/json");
        row("another multipart", part("x") + "--B--\r\n", noForm, "multipart/mixed; boundary=B");
        row("no boundary", part("x") + "--B--\r\n", noForm, "multipart/form-data");
        row("an empty boundary", part("x") + "--B--\r\n", noForm, "multipart/form-data; boundary=");
        row("quotes without an end", part("x") + "--B--\r\n", noForm,
            "multipart/form-data; boundary=\"B");
        row("another boundary", part("x") + "--B--\r\n", notWhole,
            "multipart/form-data; boundary=C");
        row("empty body", "", notWhole);
        row("no end", part("x"), notWhole);
        row("cut in the content", part("xxxxxxxx").chopped(6), notWhole);
        row("cut in the head", part("x").first(30), notWhole);
        row("cut in the last boundary", part("x") + "--B-", notWhole);
        row("something before", "x\r\n" + part("x") + "--B--\r\n", notWhole);
        row("something behind", part("x") + "--B--\r\nx", notWhole);
        row("bare line feeds", QByteArray(part("x") + "--B--\r\n").replace("\r\n", "\n"), notWhole);
        row("a part without a head", "--B\r\n\r\nx\r\n--B--\r\n", notWhole);
        row("no blank line", "--B\r\nContent-Disposition: form-data; name=\"file\"\r\n--B--\r\n",
            notWhole);
        row("no disposition", "--B\r\nContent-Type: a/b\r\n\r\nx\r\n--B--\r\n", u"has no name"_s);
        row("another disposition",
            "--B\r\nContent-Disposition: attachment; name=\"file\"\r\n\r\nx\r\n--B--\r\n",
            u"has no name"_s);
        row("no field of that name", part("x", "a", "other") + "--B--\r\n",
            u"no field named file"_s);
        row("a field that is no file",
            "--B\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n--B--\r\n",
            u"is not a file"_s);
        row("two files", part("x") + part("y") + "--B--\r\n", u"more than one"_s);
        row("no part", "--B--\r\n", u"no field named file"_s);
    }
    void refusesOthers()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, message);
        const auto file = sandbox::readFormFile(type, body, "file");
        QVERIFY(!file);
        QVERIFY2(file.error().contains(message), qPrintable(file.error()));
    }
};

QTEST_GUILESS_MAIN(TestMultipart)
#include "test_multipart.moc"
