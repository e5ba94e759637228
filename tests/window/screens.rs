//! Every screen, light and dark: no violation of WCAG 2.1 AA, and a picture to look at in the target folder.
