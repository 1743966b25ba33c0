# packaging/local.mk - a Debian package out of the tarball: make deb.

EXTRA_DIST += packaging/debian

# The packages come to be in deb/; they are for one's own machines, so no bug of
# Debian's asks for them. DEB_BUILD_OPTIONS=nocheck leaves the tests out.
.PHONY: deb
deb: dist
	rm -rf deb && $(MKDIR_P) deb
	mv $(distdir).tar.gz deb/lewis_$(PACKAGE_VERSION).orig.tar.gz
	cd deb && tar -xf lewis_$(PACKAGE_VERSION).orig.tar.gz && \
		cp -r '$(abs_srcdir)/packaging/debian' $(distdir)/debian && \
		cd $(distdir) && dpkg-buildpackage -us -uc
	if command -v lintian >/dev/null; then \
		lintian --allow-root --fail-on error,warning \
			--suppress-tags initial-upload-closes-no-bugs \
			deb/*.changes; fi
