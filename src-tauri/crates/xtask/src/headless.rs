//! Without a display: the program's main job through `sotg`, so that one sees that it works.
