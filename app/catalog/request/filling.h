// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/request/commonnames.h"
#include "catalog/request/counterparts.h"

namespace catalog {

/// A request's parameters while they are filled in. What `params` say stands from the start, and
/// nothing else takes its place.
class Filling
{
public:
    explicit Filling(const batch::Job &job);

    /// Whether `params` name the parameter, or any that means the same.
    bool isInParams(CommonName name) const;
    /// What the job says.
    void fill(const QString &name, const QJsonValue &value, batch::Field field);
    /// What holds where the job says nothing.
    void fillDefault(const QString &name, const QJsonValue &value, batch::Field field);
    /// The schema's own default, or `usual` where it has none; nothing where the parameter doesn't
    /// allow that.
    void fillDefault(const Parameter &parameter, const QJsonValue &usual, batch::Field field);
    /// There is no parameter for what the job says, or it is filled by something else.
    void leave(batch::Field field, const QString &taken = {})
    {
        m_parameters.unplaced.append({field, taken});
    }

    const Parameters &parameters() const { return m_parameters; }

private:
    bool isFilled(const QString &name) const;

    const batch::Job &m_job;
    Parameters m_parameters;
};

/// Fills in what says how wide and how high the result is: width and height, aspect ratio,
/// resolution.
void fillFrame(Filling &filling, const batch::Job &job, const Model &model);
/// The same under the article's names.
void fillFrame(Filling &filling, const batch::Job &job);

} // namespace catalog
