using Shouldly;
using Xunit;

namespace Mosaic.Fleet.Installer.Tests.Tools;

/// <summary>The rules by which <c>lane-brief.sh</c> takes an issue for underway. Issue 546 is open, and so is one pull request.</summary>
public sealed class A_pull_request_is_linked_to_an_issue(BriefOnManyPulls brief) : IClassFixture<BriefOnManyPulls>
{
    public static TheoryData<string> Closing =>
    [
        "close #546", "closes #546", "closed #546", "fix #546", "fixes #546", "fixed #546", "resolve #546", "resolves #546", "resolved #546",
        "CLOSES #546", "Fixes #546", "rEsOlVeD #546",
        "fixes: #546", "Closes:#546", "fixes#546", "fixes  #546", "fixes\t#546",
        "This fixes #546.", "(closes #546)", "**Fixes #546**", "- fixes #546, and more", "> resolves #546", "first\r\nfixes #546\r\nlast",
        "fixes #9, fixes #546", "closes #546!", "fixes #0546",
    ];

    public static TheoryData<string> NotClosing =>
    [
        "#546", "see #546", "fixes #9, #546", "fixes 546", "fixes issue #546", "fixes\n#546", "fixes - #546", "fix for #546",
        "hotfix #546", "bugfix #546", "prefixes #546", "unresolved #546", "enclose #546", "disclosed #546", "non-fix #546", "_fixes #546", "äfixes #546",
        "fixing #546", "closing #546", "fixe #546", "closeds #546", "resolver #546", "reopens #546", "fixés #546",
        "fixes owner/repo#546", "fixes repo#546", "closes !546", "fixes #5460", "fixes #1546", "fixes #546x", "fixes #546_1", "fixes #54",
    ];

    public static TheoryData<string> Named =>
        ["#546", "Add a thing (#546)", "[#546] thing", "#546: thing", "hotfix #546", "Mend #9 and #546", "thing,#546", "\"#546\"", "Part of #546…"];

    public static TheoryData<string> NotNamed =>
        ["546", "owner/repo#546", "repo#546", "owner/re.po-#546", "owner/repo_#546", "a thing#546", "#5460", "#1546", "#546b", "!546", "# 546"];

    public static TheoryData<string> Branched =>
        ["feat/546-x", "fix-546", "546", "546-x", "fix/546", "feat_546_x", "users/someone/546-x", "fix-546.wip", "2-546", "someone:fix-546"];

    public static TheoryData<string> NotBranched =>
        ["fix-5460", "fix-1546", "v1.546", "release/1.546.0", "546.1", "v546", "fix546", "546x", "x546-y", "user-546:main", "delete:x", "fix-5-46"];

    [Theory]
    [MemberData(nameof(Closing))]
    public void By_a_closing_keyword_and_its_number_in_the_body(string body) => brief.LinksBody(body).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(NotClosing))]
    public void And_not_by_a_number_in_the_body_that_is_not_closed(string body) => brief.LinksBody(body).ShouldBeFalse();

    [Theory]
    [MemberData(nameof(Named))]
    public void By_its_number_in_the_title(string title) => brief.LinksTitle(title).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(NotNamed))]
    public void And_not_by_what_is_no_number_of_this_repository_in_the_title(string title) => brief.LinksTitle(title).ShouldBeFalse();

    [Theory]
    [MemberData(nameof(Branched))]
    public void By_the_number_in_its_head_branch(string head) => brief.LinksHead(head).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(NotBranched))]
    public void And_not_by_other_numbers_in_its_head_branch(string head) => brief.LinksHead(head).ShouldBeFalse();
}
