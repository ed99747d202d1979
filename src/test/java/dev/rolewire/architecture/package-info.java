/// The architecture as tests: the order of the stages, the purity of the core, and tidiness of the files.
@NullMarked
package dev.rolewire.architecture;

import org.jspecify.annotations.NullMarked;
