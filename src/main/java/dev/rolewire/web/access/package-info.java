/// Who may have documents analysed: everybody, who has an API key, or who has a token of an issuer.
@NullMarked
package dev.rolewire.web.access;

import org.jspecify.annotations.NullMarked;
