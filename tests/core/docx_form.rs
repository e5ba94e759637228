//! The official form, read from the written file: the checks of DOMAIN.md, A.4, and what the report says.
