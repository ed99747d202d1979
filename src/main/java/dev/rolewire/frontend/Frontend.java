package dev.rolewire.frontend;

import dev.rolewire.model.Template;

/// Turns the files of some dialects into templates: one for each deployment, which may be written in several files.
public interface Frontend {

    /// Lowers all deployments of a bundle.
    /// @param bundle the files of the request; those of other dialects are only read when
    /// a deployment refers to them
    /// @param options what the request says of the deployment
    /// @param receiver takes each deployment as soon as it is lowered
    void lower(Bundle bundle, FrontendOptions options, Receiver receiver);

    /// Takes what a front end makes.
    interface Receiver {

        /// Takes one deployment with the problems that were met.
        void template(Template template);

        /// Takes note of a file that is no document of its own, but was read for one;
        /// comes before the deployments.
        /// @param file a file that no deployment starts from
        /// @param as what it was used as, a word like a dialect's:
        /// `cloudformation-parameters`
        void auxiliary(BundleFile file, String as);

    }

}
