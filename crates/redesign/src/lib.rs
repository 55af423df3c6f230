//! Composes a better flow out of rewrites and proves what it keeps.
